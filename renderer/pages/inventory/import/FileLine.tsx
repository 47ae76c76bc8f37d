import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { ChosenFile } from '../../../../core/contract/shell.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useQuery } from '../../../core/useQuery.ts';
import { isComplete, type Look, MemberLine, type Preview } from './MemberLine.tsx';
import { type Mapping, useImportFiles } from './importFilesView.ts';

/** `ready`: recognised, or its columns are named; of an archive or a folder: something in it is. */
export type FileState = 'waiting' | 'ready' | 'open' | 'refused';

type Props = { readonly file: ChosenFile; readonly isLocked: boolean; readonly onState: (state: FileState) => void };

/** One file with what it is; an archive, a spreadsheet or a folder with what each of its members is. */
export function FileLine({ file, isLocked, onState }: Props) {
  const { translate } = useTranslator();
  const { mappings, remove } = useImportFiles();
  const { data: preview } = useQuery('inventory.previewTable', { file: file.handle });
  const state = preview === undefined ? 'waiting' : previewState(preview, mappings);
  useEffect(() => onState(state), [onState, state]);
  const [only] = preview?.members ?? [];
  const size = sizeOf(file.size, translate);
  const leaveOut = (
    <button
      type="button"
      className="icon-button"
      aria-label={translate('inventoryPage.import.leaveOut', { file: file.name })}
      disabled={isLocked}
      onClick={() => remove(file.handle)}
    >
      <X size={16} aria-hidden />
    </button>
  );
  const heading = (
    <p className="import-file-name">
      <strong>{file.name}</strong> <span className="small soft">{size}</span>
    </p>
  );

  if (preview !== undefined && !preview.isContainer && only !== undefined)
    return (
      <li className="import-file">
        <MemberLine look={only} fields={preview.fields} isLocked={isLocked} isPacked={false} heading={heading} action={leaveOut} />
      </li>
    );
  return (
    <li className="import-file">
      <div className="import-file-head">
        <div>
          {heading}
          {preview && <p className="small soft">{translate('inventoryPage.import.holds', counted(preview, mappings))}</p>}
        </div>
        <div className="import-file-actions">{leaveOut}</div>
      </div>
      {preview && preview.members.length > 0 && (
        <ul className="import-members" aria-label={translate('inventoryPage.import.members', { file: file.name })}>
          {preview.members.map((member) => (
            <li key={member.id}>
              <MemberLine
                look={member}
                fields={preview.fields}
                isLocked={isLocked}
                isPacked
                heading={<p className="import-file-name">{innerName(member.name, preview.name)}</p>}
                action={null}
              />
            </li>
          ))}
        </ul>
      )}
      {preview?.hasMore && <p className="small soft">{translate('inventoryPage.import.moreMembers', { shown: preview.members.length })}</p>}
    </li>
  );
}

/** The name without that of the file around it, which stands above it. */
function innerName(name: string, around: string): string {
  const rest = name.startsWith(around) ? name.slice(around.length).replace(/^( › |[/\\])/, '') : name;
  return rest === '' ? name : rest;
}

function isRead(look: Look, preview: Preview, mappings: Readonly<Record<string, Mapping>>): boolean {
  const mapping = mappings[look.id];
  return mapping === undefined ? look.outcome === 'recognised' : isComplete(preview.fields, mapping);
}

function counted(preview: Preview, mappings: Readonly<Record<string, Mapping>>): { read: number; leftOut: number; more: 'yes' | 'no' } {
  const read = preview.members.filter((member) => isRead(member, preview, mappings)).length;
  return { read, leftOut: preview.members.length - read, more: preview.hasMore ? 'yes' : 'no' };
}

function previewState(preview: Preview, mappings: Readonly<Record<string, Mapping>>): FileState {
  const { members } = preview;
  if (members.some((member) => member.outcome === 'refused')) return 'refused';
  // Columns that are half named are a question that somebody is about to answer.
  if (members.some((member) => mappings[member.id] !== undefined && !isRead(member, preview, mappings))) return 'open';
  if (members.some((member) => isRead(member, preview, mappings))) return 'ready';
  return members.some((member) => member.outcome === 'unknown') ? 'open' : 'refused';
}

function sizeOf(bytes: number, translate: (key: string, params: Readonly<Record<string, number>>) => string): string {
  if (bytes < 1024) return translate('inventoryPage.bytes', { size: bytes });
  if (bytes < 1024 * 1024) return translate('inventoryPage.kilobytes', { size: Math.round(bytes / 1024) });
  return translate('inventoryPage.megabytes', { size: Math.round((bytes / 1024 / 1024) * 10) / 10 });
}
