import { type ReactNode, useState } from 'react';
import type { Output } from '../../../../core/contract/contract.ts';
import { useTranslator } from '../../../core/settings.ts';
import { StatusMark } from '../../../parts/StatusMark.tsx';
import { ColumnMapping } from './ColumnMapping.tsx';
import { useImportFiles } from './importFilesView.ts';

export type Preview = Output<'inventory.previewTable'>;
export type Look = Preview['members'][number];

type Props = {
  readonly look: Look;
  readonly fields: Preview['fields'];
  readonly isLocked: boolean;
  /** One of several in an archive, a spreadsheet or a folder: what is not known is left out and holds nothing up. */
  readonly isPacked: boolean;
  readonly heading: ReactNode;
  readonly action: ReactNode;
};

/** What a file, or one member of it, is, how sure that is and what shows it; the columns can be named by hand. */
export function MemberLine({ look, fields, isLocked, isPacked, heading, action }: Props) {
  const { translate, percent } = useTranslator();
  const { mappings, map } = useImportFiles();
  const mapping = mappings[look.id];
  const [isOpen, setOpen] = useState(false);
  const isUnknown = look.outcome === 'unknown';
  const mayBeNamed = look.headings.length > 0 && (look.outcome === 'recognised' || (isUnknown && isPacked));
  const showsColumns = look.headings.length > 0 && ((isUnknown && !isPacked) || isOpen);
  const closeKey = isUnknown ? 'inventoryPage.import.notRead' : 'inventoryPage.import.asRecognised';
  return (
    <>
      <div className="import-file-head">
        <div>
          {heading}
          <p className="small">
            {look.outcome === 'recognised' && mapping === undefined && (
              <>
                <StatusMark state="done" label={translate(`format.${look.format}`)} />
                <span className="soft"> · {translate('inventoryPage.import.sure', { share: percent(look.confidence) })}</span>
              </>
            )}
            {mapping !== undefined && (
              <StatusMark
                state={isComplete(fields, mapping) ? 'done' : 'problem'}
                label={translate('inventoryPage.import.byHand', { kind: translate(`inventoryPage.kind.${mapping.kind}`) })}
              />
            )}
            {isUnknown && mapping === undefined && (
              <StatusMark
                state={isPacked ? 'exception' : 'problem'}
                label={translate(isPacked ? 'inventoryPage.import.unknownLeftOut' : 'inventoryPage.import.unknown')}
              />
            )}
            {look.outcome === 'leftOut' && <StatusMark state="exception" label={translate('inventoryPage.import.leftOut')} />}
            {look.outcome === 'refused' && <StatusMark state="problem" label={translate('inventoryPage.import.refused')} />}
          </p>
          {look.outcome === 'recognised' && mapping === undefined && <p className="small soft">{translate(look.seenKey, look.seenParams)}</p>}
          {(look.outcome === 'refused' || look.outcome === 'leftOut') && look.issue && (
            <p className="small">{translate(look.issue.messageKey, look.issue.params)}</p>
          )}
          {look.usedBefore && mapping === undefined && (
            <p className="small import-used-before">
              {translate('inventoryPage.import.usedBefore', {
                file: look.usedBefore.file,
                kind: translate(`inventoryPage.kind.${look.usedBefore.mapping.kind}`),
                columns: Object.keys(look.usedBefore.mapping.columns).length,
              })}{' '}
              <button type="button" className="text-link" disabled={isLocked} onClick={() => map(look.id, look.usedBefore?.mapping ?? null)}>
                {translate('inventoryPage.import.takeUsed')}
              </button>
            </p>
          )}
        </div>
        <div className="import-file-actions">
          {mayBeNamed && (
            <button
              type="button"
              className="button-quiet"
              aria-expanded={isOpen}
              disabled={isLocked}
              onClick={() => {
                if (isOpen) map(look.id, null);
                setOpen(!isOpen);
              }}
            >
              {translate(isOpen ? closeKey : 'inventoryPage.import.nameColumns')}
            </button>
          )}
          {action}
        </div>
      </div>
      {showsColumns && <ColumnMapping look={look} fields={fields} mapping={mapping} onChange={(next) => map(look.id, next)} />}
    </>
  );
}

export function isComplete(
  fields: Preview['fields'],
  mapping: { readonly kind: keyof Preview['fields']; readonly columns: Readonly<Record<string, string>> },
): boolean {
  const named = new Set(Object.values(mapping.columns));
  return (fields[mapping.kind] ?? []).every(({ field, isRequired }) => !isRequired || named.has(field));
}
