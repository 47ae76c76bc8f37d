import { Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { addDays, type IsoDate } from '../../../core/domain/calendar.ts';
import type { FreezeId } from '../../../core/domain/ids.ts';
import type { ShownTimeline } from '../../../core/domain/schedule/timeline/timeline.ts';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { ChangeFields } from '../../parts/ChangeFields.tsx';
import { DateInput } from '../../parts/DateInput.tsx';

/** The days on which nothing is cut over: those that are, and one more, proposed from a day on. */
export function FreezeDialog({ timeline, from, onClose }: { readonly timeline: ShownTimeline; readonly from: IsoDate; readonly onClose: () => void }) {
  const t = useTranslator();
  const remove = useCommand('schedule.removeFreeze');
  const tell = useNotices((state) => state.tell);
  const freezes = [...timeline.freezes].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  const trackName = (id: string | null) =>
    id === null ? t.translate('timelinePage.freeze.allTracks') : (timeline.tracks.find((track) => track.id === id)?.name ?? '');
  const onRemove = async (freezeId: FreezeId) => {
    const done = await remove.run({ freezeId });
    if (done) tell(done.labelKey, done.params, true);
  };
  return (
    <ModalOverlay className="timeline-dialog-back" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="timeline-dialog">
        <Dialog>
          <header className="timeline-dialog-head">
            <Heading slot="title">{t.translate('timelinePage.freezes')}</Heading>
            <button type="button" className="icon-button" aria-label={t.translate('window.close')} onClick={onClose}>
              <X size={20} aria-hidden />
            </button>
          </header>
          <p className="soft">{t.translate('timelinePage.freeze.note')}</p>
          {freezes.length > 0 && (
            <table className="timeline-table">
              <thead>
                <tr>
                  <th scope="col">{t.translate('timelinePage.freeze.name')}</th>
                  <th scope="col">{t.translate('timelinePage.task.dates')}</th>
                  <th scope="col">{t.translate('timelinePage.task.track')}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {freezes.map((freeze) => (
                  <tr key={freeze.id}>
                    <th scope="row">{freeze.name}</th>
                    <td>{t.dateRange(freeze.startsOn, freeze.finishesOn)}</td>
                    <td>{trackName(freeze.trackId)}</td>
                    <td className="number">
                      <ChangeButton
                        type="button"
                        className="icon-button"
                        aria-label={t.translate('timelinePage.freeze.remove', { name: freeze.name })}
                        title={t.translate('timelinePage.freeze.remove', { name: freeze.name })}
                        disabled={remove.isRunning}
                        onClick={() => void onRemove(freeze.id)}
                      >
                        <Trash2 size={16} aria-hidden />
                      </ChangeButton>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <NewFreeze timeline={timeline} proposed={from} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function NewFreeze({ timeline, proposed }: { readonly timeline: ShownTimeline; readonly proposed: IsoDate }) {
  const t = useTranslator();
  const add = useCommand('schedule.addFreeze');
  const tell = useNotices((state) => state.tell);
  const [name, setName] = useState('');
  const [from, setFrom] = useState(proposed);
  const [to, setTo] = useState(addDays(proposed, 13));
  const [trackId, setTrackId] = useState('');
  const isBackwards = to < from;
  const submit = async () => {
    const done = await add.run({ name, startsOn: from, finishesOn: to, trackId: timeline.tracks.find((track) => track.id === trackId)?.id ?? null });
    if (!done) return;
    tell(done.labelKey, done.params, true);
    setName('');
  };
  return (
    <form
      className="new-freeze"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '' && !isBackwards) void submit();
      }}
    >
      <h3>{t.translate('timelinePage.freeze.new')}</h3>
      <ChangeFields>
        <label className="field timeline-wide">
          <span>{t.translate('timelinePage.freeze.name')}</span>
          {/* biome-ignore lint/a11y/noAutofocus: the dialog was opened to write here */}
          <input autoFocus value={name} maxLength={300} required onChange={(event) => setName(event.target.value)} />
        </label>
        <DateInput label={t.translate('timelinePage.freeze.from')} value={from} onChange={setFrom} />
        <DateInput label={t.translate('timelinePage.freeze.to')} value={to} onChange={setTo} />
        <label className="field">
          <span>{t.translate('timelinePage.task.track')}</span>
          <select value={trackId} onChange={(event) => setTrackId(event.target.value)}>
            <option value="">{t.translate('timelinePage.freeze.allTracks')}</option>
            {timeline.tracks.map((track) => (
              <option key={track.id} value={track.id}>
                {track.name}
              </option>
            ))}
          </select>
        </label>
      </ChangeFields>
      {isBackwards && (
        <p role="alert" className="date-input-wrong small">
          {t.translate('timelinePage.freeze.backwards')}
        </p>
      )}
      <div className="new-freeze-actions">
        <ChangeButton type="submit" className="button-primary" disabled={add.isRunning || name.trim() === '' || isBackwards}>
          {t.translate('timelinePage.freeze.add')}
        </ChangeButton>
      </div>
    </form>
  );
}
