import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const project: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));

export const version: string = typeof project === 'object' && project !== null && 'version' in project ? String(project.version) : '';
