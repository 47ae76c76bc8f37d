import { FileUp } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import { useNotices } from '../../core/notices.ts';
import { useServices } from '../../core/services.tsx';
import { useTranslator } from '../../core/settings.ts';
import { useCommand, useJob } from '../../core/useCommand.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { DateInput } from '../../parts/DateInput.tsx';
import { useTimelineView } from './timelineStore.ts';

type Imported = Output<'baseline.importPlan'>;

/** Freezes the plan as it stands under a name, or keeps a plan that another program made. */
export function SetBaselineForm({
  today,
  isFirst,
  onImported,
}: {
  readonly today: IsoDate;
  readonly isFirst: boolean;
  readonly onImported: (imported: Imported) => void;
}) {
  const t = useTranslator();
  const [isOpen, setOpen] = useState(isFirst);
  const [name, setName] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const [approvedOn, setApprovedOn] = useState(today);
  const set = useCommand('baseline.set');
  const { run: importPlan } = useJob('baseline.importPlan');
  const { shell } = useServices();
  const tell = useNotices((state) => state.tell);
  const showBaseline = useTimelineView((state) => state.showBaseline);
  if (!isOpen)
    return (
      <ChangeButton type="button" className="button baseline-open" onClick={() => setOpen(true)}>
        {t.translate('baseline.setDots')}
      </ChangeButton>
    );
  const submit = async () => {
    const done = await set.run({ name, approvedOn, approvedBy });
    if (!done) return;
    showBaseline(done.baselineId);
    tell(done.labelKey, done.params, true);
  };
  const importFile = async () => {
    const [file] = await shell.chooseFiles('import', false);
    if (file === undefined) return;
    const done = await importPlan({ file: file.handle, name, approvedOn, approvedBy }, 'baseline.importing');
    if (!done) return;
    showBaseline(done.baselineId);
    tell(done.labelKey, done.params, true);
    onImported(done);
  };
  return (
    <form
      className="baseline-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void submit();
      }}
    >
      <h3>{t.translate('baseline.set')}</h3>
      <p className="soft">{t.translate('baseline.note')}</p>
      <label className="field">
        <span>{t.translate('baseline.name')}</span>
        <input value={name} maxLength={300} required placeholder={t.translate('baseline.nameExample')} onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="field">
        <span>{t.translate('baseline.approvedBy')}</span>
        <input value={approvedBy} maxLength={300} onChange={(event) => setApprovedBy(event.target.value)} />
      </label>
      <DateInput label={t.translate('baseline.approvedOn')} value={approvedOn} onChange={setApprovedOn} />
      <div className="baseline-actions">
        <ChangeButton type="submit" className="button-primary" disabled={set.isRunning || name.trim() === ''}>
          {t.translate('baseline.set')}
        </ChangeButton>
        <ChangeButton type="button" className="button" disabled={name.trim() === ''} aria-describedby="baseline-import-note" onClick={() => void importFile()}>
          <FileUp size={16} aria-hidden />
          {t.translate('baseline.import')}
        </ChangeButton>
      </div>
      <p id="baseline-import-note" className="small soft">
        {t.translate('baseline.importNote')}
      </p>
    </form>
  );
}
