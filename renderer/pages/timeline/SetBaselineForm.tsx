import { useState } from 'react';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { DateInput } from '../../parts/DateInput.tsx';
import { useTimelineView } from './timelineStore.ts';

/** Freezes the plan as it stands under a name. */
export function SetBaselineForm({ today, isFirst }: { readonly today: IsoDate; readonly isFirst: boolean }) {
  const t = useTranslator();
  const [isOpen, setOpen] = useState(isFirst);
  const [name, setName] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const [approvedOn, setApprovedOn] = useState(today);
  const set = useCommand('baseline.set');
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
      <div>
        <ChangeButton type="submit" className="button-primary" disabled={set.isRunning || name.trim() === ''}>
          {t.translate('baseline.set')}
        </ChangeButton>
      </div>
    </form>
  );
}
