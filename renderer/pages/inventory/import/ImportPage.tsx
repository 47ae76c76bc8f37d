import { ArrowLeft, FileUp, FolderUp } from 'lucide-react';
import { useState } from 'react';
import type { ChosenFile } from '../../../../core/contract/shell.ts';
import type { Output } from '../../../../core/contract/contract.ts';
import { useNotices } from '../../../core/notices.ts';
import { useRoute } from '../../../core/route.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useJob } from '../../../core/useCommand.ts';
import { useJobAnswer } from '../../../core/useJobAnswer.ts';
import { ChangeButton } from '../../../parts/ChangeButton.tsx';
import { EmptyPage } from '../../../parts/EmptyPage.tsx';
import { PageHeading } from '../../../parts/PageHeading.tsx';
import { toggled } from '../itemChoices.ts';
import { alikeGroups } from './alikeGroups.ts';
import { Spoken } from '../../../parts/Spoken.tsx';
import { DryRun } from './DryRun.tsx';
import { FileLine, type FileState } from './FileLine.tsx';
import { GroupLine } from './GroupLine.tsx';
import { useAddFiles, useImportFiles } from './importFilesView.ts';

type Told = { readonly state: FileState; readonly format: string | null };

/** Files, what they are, what importing them would change, and the import itself. */
export function ImportPage() {
  const { translate } = useTranslator();
  const go = useRoute((state) => state.go);
  const { files, mappings, sources, goneAccounts, clear } = useImportFiles();
  const { onChoose, onChooseFolder } = useAddFiles();
  const tell = useNotices((state) => state.tell);
  const job = useJob('inventory.importFiles');
  const [isImporting, setImporting] = useState(false);
  const [told, setTold] = useState<Readonly<Record<string, Told>>>({});
  const [opened, setOpened] = useState<readonly string[]>([]);
  const stateOf = (handle: string): FileState => told[handle]?.state ?? 'waiting';
  const { groups, others } = alikeGroups(files, ({ handle }) => told[handle]?.format ?? null);
  const ready = files.filter((file) => stateOf(file.handle) === 'ready');
  const isReady = files.length > 0 && ready.length === files.length;
  const input = { files: ready.map((file) => file.handle), mappings, sources, goneAccounts };
  const dryRun = useJobAnswer('inventory.previewImport', ready.length > 0 && !isImporting ? input : null, 'inventoryPage.import.checking');
  const report = ready.length > 0 ? dryRun.data : undefined;

  const line = (file: ChosenFile, place: 'alone' | 'shown' | 'hidden') => (
    <FileLine
      key={file.handle}
      file={file}
      isLocked={isImporting}
      place={place}
      onState={(state, format) =>
        setTold((before) =>
          before[file.handle]?.state === state && before[file.handle]?.format === format ? before : { ...before, [file.handle]: { state, format } },
        )
      }
    />
  );
  // One list: a line that comes into a group stays the same line.
  const lines = [
    ...groups.flatMap(({ format, entries }) => {
      const isOpen = opened.includes(format);
      const toggle = () => setOpened((before) => toggled(before, format));
      return [
        <li key={`format ${format}`} className="import-file">
          <GroupLine format={format} files={entries.length} isOpen={isOpen} onToggle={toggle} />
        </li>,
        ...entries.map((file) => line(file, isOpen ? 'shown' : 'hidden')),
      ];
    }),
    ...others.map((file) => line(file, 'alone')),
  ];
  const leave = () => {
    clear();
    go('inventory');
  };
  const run = async () => {
    setImporting(true);
    const done = await job.run(input, 'inventoryPage.import.running');
    setImporting(false);
    if (!done) return;
    tell('inventoryPage.import.done', { files: ready.length, changes: done.changed }, done.changed > 0);
    leave();
  };
  // The work itself is said by the window; its report is long, and read where it stands.
  const spoken = () => {
    if (isImporting || dryRun.isRunning || files.every((file) => stateOf(file.handle) === 'waiting')) return '';
    if (!isReady) return translate('inventoryPage.import.notReady');
    return report === undefined ? '' : translate('inventoryPage.import.checked', { ...checkedFigures(report) });
  };
  const backButton = (
    <button type="button" className="button" onClick={leave}>
      <ArrowLeft size={16} aria-hidden />
      {translate('inventoryPage.import.back')}
    </button>
  );
  const chooseButton = (kind: 'button' | 'button-primary') => (
    <ChangeButton type="button" className={kind} disabled={isImporting} onClick={() => void onChoose()}>
      <FileUp size={16} aria-hidden />
      {translate(files.length === 0 ? 'inventoryPage.import.choose' : 'inventoryPage.import.more')}
    </ChangeButton>
  );
  const folderButton = onChooseFolder && (
    <button type="button" className="button" disabled={isImporting} onClick={() => void onChooseFolder()}>
      <FolderUp size={16} aria-hidden />
      {translate('inventoryPage.import.chooseFolder')}
    </button>
  );
  return (
    <>
      <PageHeading title={translate('inventoryPage.import')} lead={translate('inventoryPage.import.lead')}>
        {backButton}
        {files.length > 0 && chooseButton('button')}
        {files.length > 0 && folderButton}
        {files.length > 0 && (
          <ChangeButton
            type="button"
            className="button-primary"
            disabled={!isReady || report === undefined || dryRun.isRunning || isImporting}
            onClick={() => void run()}
          >
            {translate('inventoryPage.import.start', { files: files.length })}
          </ChangeButton>
        )}
      </PageHeading>
      {files.length === 0 ? (
        <EmptyPage sentence={translate('inventoryPage.import.none')}>
          <div className="import-choices">
            {chooseButton('button-primary')}
            {folderButton}
          </div>
        </EmptyPage>
      ) : (
        <div className="import">
          <ul className="import-files" aria-label={translate('inventoryPage.import.files')}>
            {lines}
          </ul>
          <Spoken text={spoken()} />
          <section aria-busy={dryRun.isRunning || isImporting}>
            {isImporting && <p className="soft">{translate('inventoryPage.import.running')} …</p>}
            {dryRun.isRunning && <p className="soft">{translate('inventoryPage.import.checking')} …</p>}
            {!isReady && !files.every((file) => stateOf(file.handle) === 'waiting') && <p className="soft">{translate('inventoryPage.import.notReady')}</p>}
            {dryRun.error && dryRun.error.code !== 'cancelled' && <Refused error={dryRun.error} />}
            {report && !dryRun.isRunning && !isImporting && <DryRun report={report} />}
          </section>
        </div>
      )}
    </>
  );
}

function checkedFigures(report: Output<'inventory.previewImport'>): {
  readonly files: number;
  readonly added: number;
  readonly changed: number;
  readonly issues: number;
} {
  const counted = [report.units, report.accounts, report.software, report.contracts, report.progress];
  return {
    files: report.files.length,
    added: counted.reduce((sum, one) => sum + one.new, 0),
    changed: counted.reduce((sum, one) => sum + one.changed, 0),
    issues: report.issueCount,
  };
}

function Refused({
  error,
}: {
  readonly error: {
    readonly messageKey: string;
    readonly params: Readonly<Record<string, string | number>>;
    readonly issues: readonly { readonly file: string; readonly messageKey: string; readonly params: Readonly<Record<string, string | number>> }[];
  };
}) {
  const { translate } = useTranslator();
  return (
    <div role="alert" className="import-refused">
      <p>{translate(error.messageKey, error.params)}</p>
      <ul className="detail-list">
        {error.issues.map((issue) => (
          <li key={`${issue.file} ${issue.messageKey}`}>
            <strong>{issue.file}</strong>: {translate(issue.messageKey, issue.params)}
          </li>
        ))}
      </ul>
    </div>
  );
}
