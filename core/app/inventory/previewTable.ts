import type { Output, Parsed } from '../../contract/contract.ts';
import { fitColumns } from '../../domain/inventory/fitColumns.ts';
import { headingsKey } from '../../domain/inventory/headingsKey.ts';
import type { ImportLook } from '../../ports/importReader.ts';
import type { AppContext } from '../context.ts';
import { type OpenedMember, openChosen } from './openChosen.ts';

type Preview = Output<'inventory.previewTable'>;
type Member = Preview['members'][number];

/** Nobody goes through more of them by hand; the dry run sums them up. */
const membersShown = 200;

export async function previewTable(context: AppContext, input: Parsed<'inventory.previewTable'>): Promise<Preview> {
  const chosen = await context.files.openAll(input.file);
  const members: Member[] = [];
  let isContainer = chosen.isFolder;
  let hasMore = false;
  for await (const opened of openChosen(context, { handle: input.file, ...chosen })) {
    isContainer ||= opened.isPacked;
    hasMore = members.length === membersShown;
    if (hasMore) break;
    members.push(await lookAt(context, opened));
  }
  const fields = context.importReader.fields();
  return {
    name: chosen.name,
    size: chosen.size,
    isContainer,
    members,
    hasMore,
    fields: Object.fromEntries(Object.entries(fields).map(([kind, list]) => [kind, list.map((field) => ({ ...field }))])) as Preview['fields'],
  };
}

const nothing = {
  format: '',
  confidence: 0,
  seenKey: 'format.seen.nothing',
  seenParams: {},
  encoding: '',
  headings: [],
  rows: [],
  suggestion: null,
  usedBefore: null,
};

async function lookAt(context: AppContext, { id, isPacked, member }: OpenedMember): Promise<Member> {
  if (member.kind !== 'file') {
    const outcome = isPacked ? member.kind : 'refused';
    return { ...nothing, id, name: member.issue.file, size: 0, outcome, issue: copyIssue(member.issue) };
  }
  const look = await member.look();
  return {
    ...look,
    id,
    name: member.name,
    size: member.size,
    // Beside others, what is no text at all is left out.
    outcome: look.outcome === 'refused' && isPacked ? 'leftOut' : look.outcome,
    seenParams: { ...look.seenParams },
    issue: look.issue && copyIssue(look.issue),
    headings: [...look.headings],
    rows: look.rows.map((row) => [...row]),
    suggestion: look.suggestion && { kind: look.suggestion.kind, columns: { ...look.suggestion.columns } },
    usedBefore: usedBefore(context, look.headings),
  };
}

/** As a person named the columns of a table with the same headings at its last import: offered, and taken by nobody else. */
function usedBefore({ store }: AppContext, headings: readonly string[]): Member['usedBefore'] {
  if (store === null || headings.length === 0) return null;
  const named = store.read((reader) => reader.namedColumns(headingsKey(headings)));
  if (named === null) return null;
  const { kind, columns, dateOrder, decimal } = named.columns;
  return { file: named.fileName, mapping: { kind, columns: fitColumns(columns, headings), ...(dateOrder && { dateOrder }), ...(decimal && { decimal }) } };
}

function copyIssue(issue: NonNullable<ImportLook['issue']>): NonNullable<Member['issue']> {
  return { ...issue, params: { ...issue.params } };
}
