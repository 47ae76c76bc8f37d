import type { ChosenFiles } from '../../ports/files.ts';
import type { ImportMember } from '../../ports/importReader.ts';
import type { AppContext } from '../context.ts';

export type OpenedMember = {
  /** The handle of the file, or, packed in it, the handle with the member's key. */
  readonly id: string;
  /** True in a folder, an archive or a spreadsheet. */
  readonly isPacked: boolean;
  readonly member: ImportMember;
};

/** Everything that a handle stands for, one after the other: the file itself, the members of an archive, the files of a folder and theirs. */
export async function* openChosen(context: AppContext, chosen: ChosenFiles & { readonly handle: string }): AsyncGenerator<OpenedMember> {
  for (const [index, file] of chosen.files.entries()) {
    for await (const member of context.importReader.open(file)) {
      const key = [...(chosen.isFolder ? [index] : []), ...(member.key === '' ? [] : [member.key])].join('/');
      yield { id: key === '' ? chosen.handle : `${chosen.handle}#${key}`, isPacked: key !== '', member };
    }
  }
}
