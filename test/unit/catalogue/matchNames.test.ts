import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchableProduct } from '../../../core/domain/catalogue/aliasIndex.ts';
import { confidenceByRule, createMatcher } from '../../../core/domain/catalogue/matchNames.ts';
import type { NameRuleId, ProductId } from '../../../core/domain/ids.ts';
import { readShippedCatalogue } from '../../support/shippedCatalogue.ts';

function product(id: string, aliases: readonly string[], publishers: readonly string[] = [], kind: MatchableProduct['kind'] = 'proprietary'): MatchableProduct {
  return { id: id as ProductId, name: aliases[0] as string, aliases, publishers, kind };
}

const products = [
  product('office', ['microsoft office', 'microsoft office professional plus', 'office 2016'], ['microsoft']),
  product('backup', ['personal backup'], ['rathlev']),
  product('visio', ['microsoft visio'], ['microsoft']),
  product('project', ['microsoft project'], ['microsoft']),
  product('teams', ['microsoft teams', 'teams', 'teams machine-wide installer'], ['microsoft']),
  product('visual-studio', ['microsoft visual studio', 'visual studio'], ['microsoft']),
  product('sql-server', ['microsoft sql server'], ['microsoft']),
  product('exchange', ['microsoft exchange server', 'microsoft exchange'], ['microsoft']),
  product('skype', ['skype'], ['microsoft']),
  product('flash', ['adobe flash player'], ['adobe']),
  product('acrobat', ['adobe acrobat'], ['adobe']),
  product('reader', ['adobe acrobat reader', 'adobe reader'], ['adobe']),
  product('zoom', ['zoom'], ['zoom']),
  product('libreoffice', ['libreoffice'], ['document foundation'], 'openSource'),
  product('thunderbird', ['thunderbird'], ['mozilla'], 'openSource'),
  product('seven-zip', ['7-zip'], ['igor pavlov'], 'openSource'),
  product('open-xchange', ['open-xchange'], ['open-xchange'], 'openSource'),
  product('qgis', ['qgis'], ['qgis'], 'openSource'),
  product('notepad', ['notepad++'], ['notepad++ team'], 'openSource'),
  product('teamviewer', ['teamviewer'], ['teamviewer']),
  product('orca', ['orca'], [], 'openSource'),
  product('registry', ['ok.ewo'], ['akdb']),
  product('planner', ['planner and project plan 3'], ['microsoft']),
  product('project-licence', ['projectprofessional'], ['microsoft']),
  product('project-desktop', ['project professional'], ['microsoft']),
];
const matcher = createMatcher(products);
const match = (rawName: string, publisher = '', version = '') => matcher.match({ rawName, publisher, version });
const found = (rawName: string, publisher = '') => {
  const reason = match(rawName, publisher);
  return reason.kind === 'matched' ? `${reason.productId} ${reason.rule}` : reason.kind === 'noise' ? `noise ${reason.rule}` : 'unmatched';
};

const microsoft = 'Microsoft Corporation';

describe('createMatcher', () => {
  it.each([
    ['Microsoft Office', '', 'office exactAlias'],
    ['MICROSOFT® Office', microsoft, 'office exactAlias'],
    ['Office 2016', microsoft, 'office exactAlias'],
    ['Microsoft Office Professional Plus 2019 - de-de', microsoft, 'office cleanedAlias'],
    ['Microsoft Office Famille et Petite Entreprise 2010', microsoft, 'office cleanedAlias'],
    ['Microsoft 2007 Office', microsoft, 'office cleanedAlias'],
    ['MS Office Standard 2013', '', 'office cleanedAlias'],
    ['Visio Standard 2019', microsoft, 'visio publisherAndWords'],
    ['Microsoft Office Visio Professional 2007', microsoft, 'visio publisherAndWords'],
    ['Mozilla Thunderbird 78.0 (x64 de)', 'Mozilla', 'thunderbird publisherAndWords'],
    ['Mozilla Thunderbird 78.0 (x64 de)', '', 'thunderbird publisherAndWords'],
    ['Skype version 8.65', 'Skype Technologies S.A.', 'skype cleanedAlias'],
    ['Teams Machine-Wide Installer', microsoft, 'teams exactAlias'],
    ['Adobe Flash Player 32 NPAPI', 'Adobe', 'noise runtime'],
    ['Adobe Flash Player 32', 'Adobe', 'flash cleanedAlias'],
    ['Adobe Acrobat XI Pro', 'Adobe Systems', 'acrobat cleanedAlias'],
    ['Adobe Acrobat Reader DC - Deutsch', 'Adobe Systems Incorporated', 'reader cleanedAlias'],
    ['7zip 19.00 (x64)', 'Igor Pavlov', 'seven-zip cleanedAlias'],
    ['OpenXchange', '', 'open-xchange exactAlias'],
    ['Zoom(32bit)', 'Zoom Video Communications, Inc.', 'zoom cleanedAlias'],
    ["QGIS 3.12.3 'Bucuresti'", 'QGIS Development Team', 'qgis cleanedAlias'],
    ["QGIS 3.22.5 'Białowieża'", '', 'qgis cleanedAlias'],
    ['QGIS 3.28.3 « Firenze »', 'Inconnu', 'qgis cleanedAlias'],
    ['Personal Backup 6.3', 'Dr. J. Rathlev', 'backup cleanedAlias'],
    ['Personal Backup', '', 'backup exactAlias'],
    ['TeamViewer 15 Quick', 'TeamViewer Germany GmbH', 'teamviewer aliasPrefix'],
    ['LibreOffice7.0', 'The Document Foundation', 'libreoffice cleanedAlias'],
    ['Libre\uFFFDOffice 7.0', '', 'libreoffice cleanedAlias'],
    ['Microsoft Offi\uFFFDe 2016', '', 'office cleanedAlias'],
    ['Notepad++ (64-bit x64)', 'Notepad++ Team', 'notepad cleanedAlias'],
    ['OK.EWO Client 6.8', 'AKDB', 'registry cleanedAlias'],
    ['Planner und Project Plan 3', '', 'planner exactAlias'],
    ['Planner et Project Plan 3', '', 'planner exactAlias'],
    ['PROJECTPROFESSIONAL', '', 'project-licence exactAlias'],
    ['Project Professional', '', 'project-desktop exactAlias'],
    ['orca', 'Debian Accessibility Team', 'orca exactAlias'],
    ['Thunderbird.app', 'Mozilla', 'thunderbird exactAlias'],
    ['Windows Internet Explorer 8 Grafiktreiber', microsoft, 'noise driver'],
  ])('%s by %s is %s', (rawName, publisher, expected) => {
    expect(found(rawName, publisher)).toBe(expected);
  });

  it.each([
    ['Microsoft Office Compatibility Pack for 2007 Office system', microsoft],
    ['Microsoft Visual Studio Code (User)', microsoft],
    ['Visual Studio Code', microsoft],
    ['Microsoft SQL Server Management Studio - 18.5', microsoft],
    ['SQL Server 2012 Native Client', microsoft],
    ['Microsoft SQL Server 2016 Policies', microsoft],
    ['Microsoft Exchange Web Services Managed API 2.2', microsoft],
    ['Microsoft Visio Viewer 2016', microsoft],
    ['Skype for Business 2016', microsoft],
    ['Zoom Rooms', 'Zoom Video Communications, Inc.'],
    ['Zoom Outlook Plugin', 'Zoom'],
    ['Zoom Player MAX', 'Inmatrix'],
    ['Project My Screen App', microsoft],
    ['Project 2016', 'Somebody Else GmbH'],
    ['Teams Manager', 'Solutions2Share'],
    ['Teams 2', 'Somebody Else GmbH'],
    ['Tools for Microsoft Office', microsoft],
    ['Grammarly for Microsoft® Office Suite', 'Grammarly'],
    ['Sapphire', 'SAP'],
    ['Zoomify', 'Zoom'],
    ['Orca', microsoft],
    ['Thunderbird Lightning', 'Mozilla'],
    ['thunderbird-all', ''],
    ['Skype Client', 'Somebody Else GmbH'],
    ['Personal Backup', 'Somebody Else GmbH'],
    ["QGIS 'Firenze' Wallpaper", ''],
    ['TeamViewer 15 Drucker', 'TeamViewer Germany GmbH'],
  ])('%s by %s is none of them', (rawName, publisher) => {
    expect(match(rawName, publisher).kind).not.toBe('matched');
  });

  it('follows the worked example: the longer alias wins, and without it the name is unmatched', () => {
    const studio = product('studio', ['visual studio']);
    const code = product('code', ['visual studio code']);
    const name = { rawName: 'Visual Studio Code 1.85 (User)', publisher: '', version: '' };
    expect(createMatcher([studio, code]).match(name)).toEqual({
      kind: 'matched',
      productId: 'code',
      confidence: 0.95,
      rule: 'cleanedAlias',
      alias: 'visual studio code',
    });
    expect(createMatcher([studio]).match(name)).toEqual({ kind: 'unmatched' });
  });

  it('takes a store package of an unknown product for a package id', () => {
    expect(found('Contoso Notes', 'CN=Contoso, O=Contoso, C=DE')).toBe('noise packageId');
    expect(found('Microsoft Teams', 'CN=Microsoft Corporation, O=Microsoft Corporation')).toBe('teams exactAlias');
  });

  it('lets a rule of a person speak first, for every version of the name', () => {
    const learned = createMatcher(products, [
      {
        id: 'rule-1' as NameRuleId,
        pattern: 'exact',
        text: 'Fachverfahren Meldewesen 4.1',
        publisher: 'Kommune IT GmbH',
        effect: { kind: 'product', productId: 'zoom' as ProductId },
      },
    ]);
    const reason = learned.match({ rawName: 'Fachverfahren Meldewesen 5.0.2 (x64)', publisher: 'Kommune IT', version: '' });
    expect(reason).toEqual({ kind: 'matched', productId: 'zoom', confidence: 1, rule: 'userRule', alias: 'Fachverfahren Meldewesen 4.1' });
    expect(learned.match({ rawName: 'Fachverfahren Meldewesen 5.0.2', publisher: 'Other', version: '' }).kind).toBe('unmatched');
  });

  it('finds every product under each of its aliases, with a version and an architecture behind it', () => {
    const cases = products.flatMap((entry) => entry.aliases.map((alias) => ({ entry, alias })));
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.tuple(fc.nat(40), fc.nat(99)),
        fc.constantFrom('', ' (x64)', ' (64-bit)', ' - de-de', ' (Deutsch)'),
        ({ entry, alias }, [major, minor], suffix) => {
          const reason = match(`${alias} ${major}.${minor}${suffix}`, entry.publishers[0] ?? '');
          expect(reason).toMatchObject({ kind: 'matched', productId: entry.id });
          if (reason.kind === 'matched') expect(reason.confidence).toBe(confidenceByRule[reason.rule]);
        },
      ),
    );
  });

  it('answers the same whatever came before, and never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.string({ maxLength: 20 }), (rawName, publisher) => {
        expect(createMatcher(products).match({ rawName, publisher, version: '' })).toEqual(match(rawName, publisher));
      }),
      { numRuns: 50 },
    );
  });

  it('comes to an end with a made-up name', () => {
    const found = match(`${'1 '.repeat(2000)}microsoft ${'\uFFFD'.repeat(200)} ${'2.0 '.repeat(2000)}`);
    expect(found.kind).not.toBe('matched');
  });
});

describe('a matcher of the catalogue that is shipped', () => {
  const { catalogue } = readShippedCatalogue();
  const shipped = createMatcher([...catalogue.products.values()]);
  const idOf = (rawName: string, publisher: string) => {
    const reason = shipped.match({ rawName, publisher, version: '' });
    return reason.kind === 'matched' ? reason.productId : reason.kind;
  };

  it('finds each product under its name and its aliases', () => {
    const owners = new Map<string, Set<string>>();
    for (const entry of catalogue.products.values()) {
      for (const alias of new Set([...entry.aliases, entry.name])) {
        const key = [...alias.toLowerCase()].filter((letter) => /[\p{L}\p{N}+#]/u.test(letter)).join('');
        owners.set(key, (owners.get(key) ?? new Set()).add(entry.id));
      }
    }
    const missed: string[] = [];
    for (const entry of catalogue.products.values()) {
      for (const alias of entry.aliases) {
        const key = [...alias.toLowerCase()].filter((letter) => /[\p{L}\p{N}+#]/u.test(letter)).join('');
        const id = idOf(alias, entry.publishers[0] ?? '');
        if (!owners.get(key)?.has(id)) missed.push(`${alias} → ${id}, expected ${entry.id}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it.each([
    ['Microsoft Office Professional Plus 2016', microsoft, 'microsoft-office'],
    ['Microsoft Exchange Server 2019 Cumulative Update 12', microsoft, 'microsoft-exchange-server'],
    ['LibreOffice 24.2.5.2', 'The Document Foundation', 'libreoffice'],
    ['Adobe Acrobat Reader DC - Deutsch', 'Adobe Systems Incorporated', 'adobe-acrobat-reader'],
  ])('%s is %s', (rawName, publisher, id) => {
    expect(idOf(rawName, publisher)).toBe(id);
  });

  const sample = join(import.meta.dirname, '../../../../shared/samples/names/winget_normalisation_expected.csv');
  it.skipIf(!existsSync(sample))('matches real names, and none of the tools made for a product', () => {
    const rows = readFileSync(sample, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.match(/^("(?:[^"]|"")*"|[^,]*),("(?:[^"]|"")*"|[^,]*)/))
      .filter((row) => row !== null);
    const counts = { matched: 0, noise: 0, ownItem: 0, unmatched: 0 };
    for (const [, name, publisher] of rows)
      counts[shipped.match({ rawName: (name ?? '').replaceAll('"', ''), publisher: (publisher ?? '').replaceAll('"', ''), version: '' }).kind] += 1;
    expect(counts.matched + counts.noise + counts.unmatched).toBe(1137);
    expect(counts.matched).toBeGreaterThanOrEqual(340);
    expect(counts.noise).toBeGreaterThanOrEqual(55);
    expect(idOf('Microsoft Exchange Web Services Managed API 2.2', microsoft)).toBe('unmatched');
    expect(idOf('X2Go Client for Windows', 'X2Go Project')).not.toBe('lastpass');
  });
});
