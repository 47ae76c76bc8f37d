import { type Member, openMembers } from '../../formats/read/containers/openMembers.ts';
import type { SourceFile } from '../../formats/read/sourceFile.ts';

export async function membersOf(source: SourceFile): Promise<Member[]> {
  const members: Member[] = [];
  for await (const member of openMembers(source)) members.push(member);
  return members;
}

export async function textOf(source: SourceFile): Promise<string> {
  let text = '';
  for await (const chunk of source.stream()) text += Buffer.from(chunk).toString();
  return text;
}

/** The names of readable members, and what is said of the others. */
export function shown(members: readonly Member[]): string[] {
  return members.map((member) => (member.kind === 'file' ? member.source.name : `${member.kind}: ${member.issue.file}: ${member.issue.messageKey}`));
}

/** The one member that can be read. */
export function onlySource(members: readonly Member[]): SourceFile {
  const [member] = members;
  if (members.length !== 1 || member?.kind !== 'file') throw new Error(`not one member: ${shown(members).join(', ')}`);
  return member.source;
}
