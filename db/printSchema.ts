import { writeFileSync } from 'node:fs';
import { connectToNothing } from './connection.ts';
import { migrate } from './migrate.ts';
import { allMigrations } from './migrations.ts';

/** The schema of a new plan, triggers included, as SQLite holds it. `db/schema.sql` is this text; a test compares them. */
export function printSchema(): string {
  const database = connectToNothing();
  try {
    migrate(database, { migrations: allMigrations(), now: () => '', appVersion: '' });
    const statements = database
      .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type = 'trigger', type = 'index', rootpage, name")
      .pluck()
      .all() as string[];
    return `-- Generated from db/migrations and db/changeLog.ts by \`node db/printSchema.ts\`. Do not edit.\n\n${statements.map((sql) => `${sql};\n`).join('\n')}`;
  } finally {
    database.close();
  }
}

if (import.meta.main) writeFileSync(new URL('./schema.sql', import.meta.url), printSchema());
