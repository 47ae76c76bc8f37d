import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Output } from '../../../../core/contract/contract.ts';
import type { ChosenFile } from '../../../../core/contract/shell.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useQuery } from '../../../core/useQuery.ts';
import { StatusMark } from '../../../parts/StatusMark.tsx';
import { ColumnMapping } from './ColumnMapping.tsx';
import { useImportFiles } from './importFilesView.ts';

/** `ready`: recognised, or its columns are named. */
export type FileState = 'waiting' | 'ready' | 'open' | 'refused';
export type Look = Output<'inventory.previewTable'>;

type Props = { readonly file: ChosenFile; readonly isLocked: boolean; readonly onState: (state: FileState) => void };

/** One file: what it is, how sure that is and what shows it; the columns can be named by hand. */
export function FileLine({ file, isLocked, onState }: Props) {
  const { translate, percent } = useTranslator();
  const { mappings, remove, map } = useImportFiles();
  const { data: look } = useQuery('inventory.previewTable', { file: file.handle });
  const mapping = mappings[file.handle];
  const [isOpen, setOpen] = useState(false);
  const state = look === undefined ? 'waiting' : fileState(look, mapping !== undefined && isComplete(look, mapping));
  const isUnknown = look?.outcome === 'unknown';
  const showsColumns = look !== undefined && look.headings.length > 0 && (isUnknown || isOpen);
  useEffect(() => onState(state), [onState, state]);

  return (
    <li className="import-file">
      <div className="import-file-head">
        <div>
          <p className="import-file-name">
            <strong>{file.name}</strong> <span className="small soft">{sizeOf(file.size, translate)}</span>
          </p>
          {look && (
            <p className="small">
              {look.outcome === 'recognised' && mapping === undefined && (
                <>
                  <StatusMark state="done" label={translate(`format.${look.format}`)} />
                  <span className="soft"> · {translate('inventoryPage.import.sure', { share: percent(look.confidence) })}</span>
                </>
              )}
              {mapping !== undefined && (
                <StatusMark
                  state={state === 'ready' ? 'done' : 'problem'}
                  label={translate('inventoryPage.import.byHand', { kind: translate(`inventoryPage.kind.${mapping.kind}`) })}
                />
              )}
              {look.outcome === 'unknown' && mapping === undefined && <StatusMark state="problem" label={translate('inventoryPage.import.unknown')} />}
              {look.outcome === 'refused' && <StatusMark state="problem" label={translate('inventoryPage.import.refused')} />}
            </p>
          )}
          {look?.outcome === 'recognised' && mapping === undefined && <p className="small soft">{translate(look.seenKey, look.seenParams)}</p>}
          {look?.outcome === 'refused' && look.issue && <p className="small">{translate(look.issue.messageKey, look.issue.params)}</p>}
        </div>
        <div className="import-file-actions">
          {look?.outcome === 'recognised' && look.headings.length > 0 && (
            <button
              type="button"
              className="button-quiet"
              aria-expanded={isOpen}
              disabled={isLocked}
              onClick={() => {
                if (isOpen) map(file.handle, null);
                setOpen(!isOpen);
              }}
            >
              {translate(isOpen ? 'inventoryPage.import.asRecognised' : 'inventoryPage.import.nameColumns')}
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={translate('inventoryPage.import.leaveOut', { file: file.name })}
            disabled={isLocked}
            onClick={() => remove(file.handle)}
          >
            <X size={16} aria-hidden />
          </button>
        </div>
      </div>
      {showsColumns && <ColumnMapping look={look} mapping={mapping} onChange={(next) => map(file.handle, next)} />}
    </li>
  );
}

function fileState(look: Look, isMapped: boolean): FileState {
  if (look.outcome === 'refused') return 'refused';
  return look.outcome === 'recognised' || isMapped ? 'ready' : 'open';
}

export function isComplete(look: Look, mapping: { readonly kind: keyof Look['fields']; readonly columns: Readonly<Record<string, string>> }): boolean {
  const named = new Set(Object.values(mapping.columns));
  return (look.fields[mapping.kind] ?? []).every(({ field, isRequired }) => !isRequired || named.has(field));
}

function sizeOf(bytes: number, translate: (key: string, params: Readonly<Record<string, number>>) => string): string {
  if (bytes < 1024) return translate('inventoryPage.bytes', { size: bytes });
  if (bytes < 1024 * 1024) return translate('inventoryPage.kilobytes', { size: Math.round(bytes / 1024) });
  return translate('inventoryPage.megabytes', { size: Math.round((bytes / 1024 / 1024) * 10) / 10 });
}
