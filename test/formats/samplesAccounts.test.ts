import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFromBytes } from '../../formats/read/sourceFile.ts';
import { only, readSource } from './readSupport.ts';

const samples = join(import.meta.dirname, '../../../shared/samples');
const load = (path: string) => sourceFromBytes(path, readFileSync(join(samples, path)));

describe.skipIf(!existsSync(samples))('real exports of accounts', () => {
  it('OpenLDAP, a person with a picture: the account and nothing of the person', async () => {
    const path = 'ldif/10_people_bender_jpegPhoto.ldif';
    const text = readFileSync(join(samples, path), 'utf8');
    const result = await readSource(load(path));
    expect([result.format, text.match(/^dn:/gm)?.length, result.records.length]).toEqual(['ldif', 1, 1]);
    expect(only(result, 'account')).toMatchObject([
      {
        login: /^mail: (.*)$/m.exec(text)?.[1],
        departmentPath: [/^ou: (.*)$/m.exec(text)?.[1]],
        row: text.split('\n').findIndex((line) => line.startsWith('dn:')) + 1,
      },
    ]);
    expect(JSON.stringify(result.records)).not.toMatch(/Rodriguez|9j\/4AAQ|e3NzaGF9/);
    expect(result.issues).toEqual([]);
  });
});
