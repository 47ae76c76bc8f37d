import { describe, expect, it } from 'vitest';
import type { AccountRecord, SoftwareRecord } from '../../../core/domain/inventory/importRecords.ts';
import { type CollectedImport, type CollectedSource, createImportCollector } from '../../../core/domain/inventory/collectImport.ts';
import { createFileCollector } from '../../../core/domain/inventory/collectFile.ts';
import type { MachineFile } from '../../../core/domain/inventory/collectSoftware.ts';
import { isoDate } from '../../../core/domain/calendar.ts';

const software = (rawName: string, device: string | null, installations = 1, version = '1'): SoftwareRecord => ({
  kind: 'software',
  row: 2,
  rawName,
  publisher: 'Igor Pavlov',
  version,
  installations,
  device,
  unitName: null,
});

const account = (login: string, change: Partial<AccountRecord> = {}): AccountRecord => ({
  kind: 'account',
  row: 2,
  login,
  accountKind: null,
  departmentPath: [],
  isEnabled: null,
  lastActiveOn: null,
  licences: [],
  services: [],
  lastActiveByService: {},
  ...change,
});

function onlySource({ sources }: CollectedImport): CollectedSource {
  expect(sources).toHaveLength(1);
  return sources[0] as CollectedSource;
}

describe('createImportCollector', () => {
  it('counts the same find on the same device once, however many rows it has', () => {
    const collector = createImportCollector(() => 'seven-zip');
    collector.add([software('7-Zip', 'PC1'), software('7-Zip', 'PC1'), software('7-Zip', 'PC2')], 'agent');
    const { software: found, devicesByProduct } = onlySource(collector.finish());
    expect(found).toEqual([{ rawName: '7-Zip', publisher: 'Igor Pavlov', version: '1', installations: 2, isFromDevices: true }]);
    expect(devicesByProduct).toEqual(new Map([['seven-zip', 2]]));
  });

  it('counts a machine with two language versions of a product as one installation of it', () => {
    const collector = createImportCollector(() => 'microsoft-office');
    collector.add([software('Office - de-de', 'PC1'), software('Office - fr-fr', 'PC1'), software('Office - de-de', 'PC2')], 'agent');
    expect(onlySource(collector.finish()).devicesByProduct.get('microsoft-office')).toBe(2);
  });

  it('adds up the counts of lists, and leaves them out of the devices', () => {
    const collector = createImportCollector(() => 'seven-zip');
    collector.add([software('7-Zip', null, 40), software('7-Zip', null, 2)], 'agent');
    const found = onlySource(collector.finish());
    expect(found.software[0]).toMatchObject({ installations: 42, isFromDevices: false });
    expect(found.devicesByProduct.size).toBe(0);
  });

  it('joins what two files say about one account, whichever comes first', () => {
    const users = account('anna@stadt.example', { departmentPath: ['Finanzen'], isEnabled: true, licences: ['Microsoft 365 E3'] });
    const usage = account('anna@stadt.example', { services: ['Exchange', 'Teams'], lastActiveOn: isoDate('2026-10-01') });
    for (const order of [
      [users, usage],
      [usage, users],
    ]) {
      const collector = createImportCollector(() => null);
      for (const record of order) collector.add([record], 'agent');
      expect(collector.finish().accounts.get('anna@stadt.example')).toEqual({
        login: 'anna@stadt.example',
        kind: 'person',
        departmentPath: ['Finanzen'],
        isEnabled: true,
        lastActiveOn: '2026-10-01',
        usageKey: 'Exchange Online\nMicrosoft 365 E3\nMicrosoft Teams',
      });
    }
  });

  it('takes the kind of an account from the file, and from its name only where the file does not say', () => {
    const collector = createImportCollector(() => null);
    collector.add(
      [
        account('raum-12@stadt.example'),
        account('postfach-bau@stadt.example'),
        account('svc-scan@stadt.example'),
        account('raum-13@stadt.example', { accountKind: 'person' }),
      ],
      'agent',
    );
    expect([...collector.finish().accounts.values()].map(({ kind }) => kind)).toEqual(['room', 'shared', 'service', 'person']);
  });

  it('keeps the largest count of concealed users for a service', () => {
    const collector = createImportCollector(() => null);
    const counts = { kind: 'accountCounts', row: 1, accounts: 5, lastActiveOn: null, accountsByLicence: { 'Microsoft 365 E3': 5 } } as const;
    collector.add(
      [
        { ...counts, accountsByService: { Exchange: 5 } },
        { ...counts, accountsByService: { Exchange: 3 } },
      ],
      'agent',
    );
    expect(collector.finish().concealedUses).toEqual(
      new Map([
        ['Microsoft 365 E3', 5],
        ['Exchange Online', 5],
      ]),
    );
  });
});

describe('inventories of one machine that come twice', () => {
  const may = { file: 0, loggedAt: '2026-05-01 08:00:00', isPartial: false };
  const june = { file: 1, loggedAt: '2026-06-01T08:00:00', isPartial: false };
  const counted = (...files: [MachineFile, string[]][]) => {
    const collector = createImportCollector((name) => name.rawName);
    const superseded = files.map(([file, names]) =>
      collector.addMachine(
        names.map((name) => software(name, 'PC1')),
        'agent',
        file,
      ),
    );
    const source = onlySource(collector.finish());
    expect([...source.devicesByProduct.keys()].sort()).toEqual(source.software.map(({ rawName }) => rawName).sort());
    return [source.software.map(({ rawName, installations }) => `${rawName} ${installations}`).sort(), superseded];
  };

  it('count as the newest says, in whatever order they come', () => {
    expect(counted([may, ['Old', 'Both']], [june, ['Both', 'New']])).toEqual([
      ['Both 1', 'New 1'],
      [[], [0]],
    ]);
    expect(counted([june, ['Both', 'New']], [may, ['Old', 'Both']])).toEqual([
      ['Both 1', 'New 1'],
      [[], [0]],
    ]);
  });

  it('never lose what a newer one that tells only what changed leaves out', () => {
    const part = { ...june, isPartial: true };
    expect(counted([may, ['Old']], [part, ['New']])).toEqual([
      ['New 1', 'Old 1'],
      [[], []],
    ]);
    expect(counted([part, ['New']], [may, ['Old']])).toEqual([
      ['New 1', 'Old 1'],
      [[], []],
    ]);
    expect(counted([{ ...may, isPartial: true }, ['Old']], [june, ['New']])).toEqual([['New 1'], [[], [0]]]);
  });

  it('count together where one does not say when it was made', () => {
    expect(counted([may, ['Old']], [{ ...june, loggedAt: null }, ['New']])).toEqual([
      ['New 1', 'Old 1'],
      [[], []],
    ]);
    expect(counted([may, ['Old']], [{ ...june, loggedAt: '01.06.2026' }, ['New']])).toEqual([
      ['New 1', 'Old 1'],
      [[], []],
    ]);
  });

  it('leave the finds on other machines and in lists alone', () => {
    const collector = createImportCollector(() => null);
    collector.addMachine([software('Old', 'PC1')], 'agent', may);
    collector.addMachine([software('Old', 'PC2')], 'agent', may);
    collector.add([software('List', null, 0)], 'agent');
    expect(collector.addMachine([software('New', 'PC1')], 'agent', june)).toEqual([0]);
    expect(onlySource(collector.finish()).software.map(({ rawName, installations }) => [rawName, installations])).toEqual([
      ['Old', 1],
      ['List', 0],
      ['New', 1],
    ]);
  });
});

describe('createFileCollector', () => {
  it('holds the records of one machine until the end of its file, and lets those of several pass', () => {
    const collector = createImportCollector(() => null);
    const first = createFileCollector(collector, 0);
    first.add([software('Old', 'PC1')], 'agent');
    first.add([software('Both', 'PC1')], 'agent');
    expect(first.finish({ name: 'PC1', loggedAt: '2026-05-01' }, false)).toEqual([]);
    const list = createFileCollector(collector, 1);
    list.add([software('Both', 'PC2')], 'agent');
    list.add([software('Both', 'PC3')], 'agent');
    expect(list.finish(null, false)).toEqual([]);
    const second = createFileCollector(collector, 2);
    second.add([software('Both', 'PC1')], 'agent');
    expect(second.finish({ name: 'PC1', loggedAt: '2026-06-01' }, false)).toEqual([0]);
    expect(onlySource(collector.finish()).software.map(({ rawName, installations }) => [rawName, installations])).toEqual([['Both', 3]]);
  });
});
