import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ChosenFile } from '../../../../core/contract/shell.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useQuery } from '../../../core/useQuery.ts';
import { toggled } from '../itemChoices.ts';
import { alikeGroups } from './alikeGroups.ts';
import { GroupLine } from './GroupLine.tsx';
import { isComplete, type Look, MemberLine, type Preview } from './MemberLine.tsx';
import { type Mapping, useImportFiles } from './importFilesView.ts';

/** `ready`: recognised, or its columns are named; of an archive or a folder: something in it is. */
export type FileState = 'waiting' | 'ready' | 'open' | 'refused';

type Props = {
  readonly file: ChosenFile;
  readonly isLocked: boolean;
  /** By itself, or in a row with others that are read alike, which is open or not. */
  readonly place: 'alone' | 'shown' | 'hidden';
  /** The format is that of a file by itself that was recognised; null for all else. */
  readonly onState: (state: FileState, format: string | null) => void;
};

/** One file with what it is; an archive, a spreadsheet or a folder with what each of its members is. */
export function FileLine({ file, isLocked, place, onState }: Props) {
  const { translate } = useTranslator();
  const { mappings, remove } = useImportFiles();
  const { data: preview } = useQuery('inventory.previewTable', { file: file.handle });
  const state = preview === undefined ? 'waiting' : previewState(preview, mappings);
  const [only] = preview?.members ?? [];
  const format = preview === undefined || preview.isContainer || only === undefined ? null : formatOf(only, mappings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who listens is a new function with each drawing and tells nothing new
  useEffect(() => onState(state, format), [state, format]);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const { groups, others } = alikeGroups(preview?.members ?? [], (member) => formatOf(member, mappings));
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
      <li className={place === 'alone' ? 'import-file' : 'import-file import-alike-file'} hidden={place === 'hidden'}>
        <MemberLine look={only} fields={preview.fields} isLocked={isLocked} isPacked={false} heading={heading} action={leaveOut} />
      </li>
    );
  const memberLine = (of: Preview) => (member: Look) => (
    <li key={member.id}>
      <MemberLine
        look={member}
        fields={of.fields}
        isLocked={isLocked}
        isPacked
        heading={<p className="import-file-name">{innerName(member.name, of.name)}</p>}
        action={null}
      />
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
          {groups.map((group) => (
            <li key={group.format}>
              <GroupLine
                format={group.format}
                files={group.entries.length}
                isOpen={opened.includes(group.format)}
                onToggle={() => setOpened((before) => toggled(before, group.format))}
              />
              {opened.includes(group.format) && <ul className="import-members import-alike">{group.entries.map(memberLine(preview))}</ul>}
            </li>
          ))}
          {others.map(memberLine(preview))}
        </ul>
      )}
      {preview?.hasMore && <p className="small soft">{translate('inventoryPage.import.moreMembers', { shown: preview.members.length })}</p>}
    </li>
  );
}

/** The format that reads it by itself; null where somebody named its columns, or must. */
function formatOf(look: Look, mappings: Readonly<Record<string, Mapping>>): string | null {
  return look.outcome === 'recognised' && mappings[look.id] === undefined && look.usedBefore === null ? look.format : null;
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
