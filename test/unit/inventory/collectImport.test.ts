import { describe, expect, it } from 'vitest';
import type { AccountRecord, SoftwareRecord } from '../../../core/domain/inventory/importRecords.ts';
import { type CollectedImport, type CollectedSource, createImportCollector } from '../../../core/domain/inventory/collectImport.ts';
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
