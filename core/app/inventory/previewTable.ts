import type { Output, Parsed } from '../../contract/contract.ts';
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
    members.push(await lookAt(opened));
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

const nothing = { format: '', confidence: 0, seenKey: 'format.seen.nothing', seenParams: {}, encoding: '', headings: [], rows: [], suggestion: null };

async function lookAt({ id, isPacked, member }: OpenedMember): Promise<Member> {
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
  };
}

function copyIssue(issue: NonNullable<ImportLook['issue']>): NonNullable<Member['issue']> {
  return { ...issue, params: { ...issue.params } };
}
