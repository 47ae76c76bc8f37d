import { describe, expect, it } from 'vitest';
import { hostNameOf, type MachineIdentity, machineIdentity, sameMachine } from '../../../core/domain/inventory/machineIdentity.ts';
import { maybeSameMachines } from '../../../core/domain/inventory/maybeSameMachines.ts';
import { findSameMachines } from '../../../core/domain/inventory/sameMachines.ts';

const uuid = '0055ADC9-1D3A-E411-8043-B05D95113232';
const identity = (said: Partial<MachineIdentity>): MachineIdentity => ({ uuid: null, serial: null, hostName: null, ...said });

describe('what a file says of a machine', () => {
  it('is written so that tools can be compared, and what makers leave everywhere is nothing', () => {
    expect(machineIdentity({ uuid, serial: '0000', hostName: 'LF014.stadt.example' })).toEqual({
      uuid: '0055adc91d3ae4118043b05d95113232',
      serial: null,
      hostName: 'lf014',
    });
    expect(hostNameOf('LF014-2017-02-20-12-19-56')).toBe('lf014');
    expect(machineIdentity({ uuid: '00000000-0000-0000-0000-000000000000', serial: 'To be filled by O.E.M.' })).toEqual(identity({}));
    expect(machineIdentity({ uuid: '03000200-0400-0500-0006-000700080009', serial: 'System Serial Number', hostName: ' ' })).toEqual(identity({}));
  });

  it.each([
    [{ uuid: 'a', hostName: 'pc1' }, { uuid: 'a', hostName: 'pc1' }, false, 'uuid'],
    [{ uuid: 'a', hostName: 'pc1' }, { uuid: 'a', hostName: 'clone' }, false, null],
    [{ uuid: 'a', serial: 's' }, { uuid: 'b', serial: 's' }, false, null],
    [{ serial: 's' }, { serial: 's' }, true, 'serial'],
    [{ hostName: 'pc1' }, { hostName: 'pc1', serial: 's' }, false, 'hostName'],
    [{ hostName: 'pc1' }, { hostName: 'pc1' }, true, null],
    [{ hostName: 'pc1', serial: 't' }, { hostName: 'pc1', serial: 's' }, false, null],
    [{}, {}, false, null],
  ] as const)('%j and %j (of one tool: %s) are one by %s', (one, other, areOfOneTool, by) => {
    expect(sameMachine(identity(one), identity(other), areOfOneTool)).toBe(by);
  });
});

describe('the inventories of one machine', () => {
  const found = (form: string, file: number, lookedAt: string | null, programs: number, said: Partial<MachineIdentity>) => ({
    form,
    device: `${form} ${file}`,
    file,
    lookedAt,
    programs,
    identity: identity(said),
  });

  it('are counted once: the later one, or the one that lists more', () => {
    const may = found('glpi', 0, '20260501000000', 900, { uuid: 'a' });
    const june = found('ocs', 1, '20260601000000', 100, { uuid: 'a', hostName: 'pc1' });
    const undated = found('third', 2, null, 500, { hostName: 'pc1' });
    const other = found('third', 3, null, 1, { hostName: 'pc2' });
    expect(findSameMachines([may, june, undated, other])).toEqual([
      { counted: june, dropped: may, by: 'uuid' },
      { counted: undated, dropped: june, by: 'hostName' },
    ]);
  });
});

describe('two lists of one import', () => {
  it('may hold the same machines where they name them alike, or name the same software and no machines', () => {
    const intune = { form: 'intune', devices: ['PC1', 'PC2'], names: ['A'] };
    const mecm = { form: 'mecm', devices: ['pc2.stadt.example', 'PC3'], names: ['B'] };
    const names = ['1', '2', '3', '4', '5', '6'];
    const sums = { form: 'sums', devices: [], names };
    const alike = { form: 'alike', devices: [], names: ['9', ...names.slice(1)] };
    expect(maybeSameMachines([intune, mecm, sums, alike])).toEqual([
      { forms: ['intune', 'mecm'], by: 'machines', count: 1 },
      { forms: ['sums', 'alike'], by: 'names', count: 5 },
    ]);
  });
});
