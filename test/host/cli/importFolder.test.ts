import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bascule, mustWork, temporaryFolder } from '../../support/cli.ts';
import { xlsxFile, xlsxRows } from '../../support/spreadsheetFile.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

describe('import of a folder', () => {
  it('reads every file and sheet in it and says what it left out', async () => {
    const plan = folder.file('plan.bascule');
    const exports = folder.file('exports');
    mkdirSync(join(exports, 'town'), { recursive: true });
    writeFileSync(join(exports, 'town', 'list.csv'), 'Software;Hersteller;Installationen\nKartenblick;Geo GmbH;12\n');
    writeFileSync(join(exports, 'README.txt'), 'Taken on the fourth of May.\n');
    writeFileSync(
      join(exports, 'List.xlsx'),
      xlsxFile([
        {
          name: 'Sheet1',
          rows: xlsxRows([
            ['Software', 'Installationen'],
            ['Textblick', 7],
          ]),
        },
      ]),
    );
    await mustWork(['new', plan, '--template', 'lyon', '--start', '2027-01-04']);
    const { code, out } = await bascule(['import', plan, exports, '--locale', 'en']);
    expect(code).toBe(0);
    expect(out).toContain('exports/List.xlsx › Sheet1: Table (CSV, XLSX, ODS), one record');
    expect(out).toContain('exports/town/list.csv: Table');
    expect(out).toMatch(/exports\/README\.txt: left out\. The format was not recognised/);
  });
});
