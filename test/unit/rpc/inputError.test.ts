import { describe, expect, it } from 'vitest';
import { contract, type OperationName } from '../../../core/contract/contract.ts';
import { inputError } from '../../../core/rpc/inputError.ts';
import english from '../../../core/i18n/messages/rpc.en.json' with { type: 'json' };

const commandId = 'command-1';

/** Operation, input, and what the caller is told. */
const cases: readonly [OperationName, unknown, string, Readonly<Record<string, unknown>>][] = [
  ['catalogue.search', {}, 'error.inputMissing', { field: 'text' }],
  ['catalogue.search', { text: 7 }, 'error.inputWrongType', { field: 'text', expected: 'string' }],
  ['catalogue.search', { text: '' }, 'error.inputTooSmallText', { field: 'text', limit: 1 }],
  ['catalogue.search', { text: 'x'.repeat(201) }, 'error.inputTooBigText', { field: 'text', limit: 200 }],
  ['catalogue.search', { text: 'x', page: 1 }, 'error.inputUnknownField', { field: 'page' }],
  ['catalogue.search', null, 'error.inputWrongType', { field: 'catalogue.search', expected: 'object' }],
  ['history.list', { limit: 0 }, 'error.inputTooSmall', { field: 'limit', limit: 1 }],
  ['history.list', { limit: 5000 }, 'error.inputTooBig', { field: 'limit', limit: 1000 }],
  ['inventory.previewImport', { files: [] }, 'error.inputTooSmallList', { field: 'files', limit: 1 }],
  ['plan.listTemplates', { locale: 'it' }, 'error.inputNotAllowed', { field: 'locale', allowed: 'de, en, fr' }],
  ['plan.getSummary', { today: '2027-02-30' }, 'error.inputNotADate', { field: 'today' }],
  ['plan.getSummary', {}, 'error.inputMissing', { field: 'today' }],
  ['schedule.explainTask', { taskId: '' }, 'error.inputNotAnId', { field: 'taskId' }],
  [
    'catalogue.matchNames',
    {
      names: [
        { rawName: 'a', publisher: '', version: '' },
        { rawName: 'b', publisher: '' },
      ],
    },
    'error.inputMissing',
    { field: 'names[1].version' },
  ],
  [
    'schedule.changeTrack',
    { commandId, trackId: 'track-1', phases: [{ kind: 'pilot', workingDays: 5000 }] },
    'error.inputTooBig',
    { field: 'phases[0].workingDays', limit: 2000 },
  ],
  [
    'tracking.setStates',
    { commandId, trackId: 'track-1', state: 'migrated', on: '2027-03-01', accounts: { by: 'login', logins: [''] } },
    'error.inputTooSmallText',
    { field: 'accounts.logins[0]', limit: 1 },
  ],
];

describe('an input that does not fit', () => {
  it.each(cases)('%s %j → %s', (operation, input, messageKey, params) => {
    const parsed = contract[operation].input.safeParse(input);
    if (parsed.error === undefined) throw new Error('the input fits');
    const error = inputError(operation, input, parsed.error);
    expect({ code: error.code, messageKey: error.messageKey, params: error.params }).toEqual({ code: 'invalid', messageKey, params: { operation, ...params } });
    expect(Object.keys(english)).toContain(messageKey);
  });
});
