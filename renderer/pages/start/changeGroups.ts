import type { Output } from '../../../core/contract/contract.ts';

type Entry = Output<'history.list'>['entries'][number];
type Params = Entry['params'];

/** Changes of one kind, as a sentence: its key and what it counts. */
export type ChangeGroup = { readonly messageKey: string; readonly params: Params };

/** Kinds of change that are told together, by the keys of their labels, and the param that counts what they touched. */
const kinds: readonly { readonly kind: string; readonly labels: readonly string[]; readonly counted?: string }[] = [
  { kind: 'imports', labels: ['history.importFiles', 'history.importProgress'] },
  { kind: 'built', labels: ['history.buildSchedule'] },
  { kind: 'moved', labels: ['history.moveTask', 'history.holdTask', 'history.releaseTask'] },
  { kind: 'migrated', labels: ['history.setStates.migrated'], counted: 'accounts' },
  { kind: 'problem', labels: ['history.setStates.problem'], counted: 'accounts' },
  { kind: 'exception', labels: ['history.setStates.exception'], counted: 'accounts' },
  { kind: 'planned', labels: ['history.setStates.planned'], counted: 'accounts' },
  { kind: 'decided', labels: ['history.decide', 'history.acceptProposals'], counted: 'items' },
  {
    kind: 'items',
    labels: [
      'history.addItem',
      'history.changeItem',
      'history.assignNames',
      'history.removeItems',
      'history.saveNameRule',
      'history.removeNameRule',
      'history.importNameRules',
    ],
  },
  {
    kind: 'contracts',
    labels: [
      'history.addContract',
      'history.changeContract',
      'history.removeContract',
      'history.changeContracts.notice',
      'history.changeContracts.renewal',
      'history.removeContracts',
    ],
  },
  { kind: 'units', labels: ['history.addUnit', 'history.changeUnit', 'history.changeUnitRole'] },
  { kind: 'tracks', labels: ['history.changeTrack', 'history.changeCapacity', 'history.addFreeze', 'history.removeFreeze'] },
  { kind: 'assumptions', labels: ['history.changeAssumption', 'history.resetAssumption'] },
];

export type ChangesSince = {
  readonly changes: number;
  readonly people: number;
  readonly groups: readonly ChangeGroup[];
  /** The list of entries does not reach back to the last visit: there are more changes than these. */
  readonly isCut: boolean;
};

/**
 * What happened between two places of a history, in groups: what was undone again does not count, one change of a kind
 * keeps its own words, several are counted together. `entries` are the newest first.
 *
 * Example: three tasks moved and one assumption changed are "3 tasks moved" and the words of that assumption.
 */
export function changesSince(entries: readonly Entry[], total: number, after: number, until: number): ChangesSince {
  const range = entries.filter(({ sequence }) => sequence > after && sequence <= until);
  const isCut = entries.length < total && (entries.at(-1)?.sequence ?? 0) > after;
  const standing = range.filter(({ state, rows }) => state === 'done' && rows > 0);
  const groups: ChangeGroup[] = [];
  const told = new Set<Entry>();
  for (const { kind, labels, counted } of kinds) {
    const own = standing.filter(({ labelKey }) => labels.includes(labelKey));
    for (const entry of own) told.add(entry);
    const [only, ...more] = own;
    if (only === undefined) continue;
    if (more.length === 0) groups.push(sentenceOf(only));
    else groups.push({ messageKey: `startPage.since.${kind}`, params: { count: counted === undefined ? own.length : sumOf(own, counted) } });
  }
  const others = standing.filter((entry) => !told.has(entry));
  const [other, ...rest] = others;
  if (other !== undefined) groups.push(rest.length === 0 ? sentenceOf(other) : { messageKey: 'startPage.since.other', params: { count: others.length } });
  // Every command has a number of its own; those that are no entries of the history are undo and redo.
  const steps = isCut ? 0 : until - after - range.length;
  if (steps > 0) groups.push({ messageKey: 'startPage.since.undone', params: { count: steps } });
  return { changes: standing.length, people: new Set(standing.map(({ actor }) => actor)).size, groups, isCut };
}

function sentenceOf({ labelKey, params }: Entry): ChangeGroup {
  return { messageKey: labelKey, params };
}

function sumOf(entries: readonly Entry[], param: string): number {
  return entries.reduce((sum, { params }) => sum + Number(params[param] ?? 0), 0);
}
