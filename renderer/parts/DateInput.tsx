import { type KeyboardEvent, useId, useState } from 'react';
import { addDays, isoDate, type IsoDate, toDayNumber, weekday } from '../../core/domain/calendar.ts';
import { useTranslator } from '../core/settings.ts';
import { readDate } from './readDate.ts';
import './dateInput.css';

const example = isoDate('2027-05-03');
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/**
 * A date in the window's own language, whatever the computer's: typed, or stepped with the arrows by days and with page
 * up and down by weeks. Under it stand the weekday and the week, so that day and month cannot be confused.
 */
export function DateInput({
  label,
  value,
  onChange,
  onClear,
  isLabelHidden = false,
}: {
  readonly label: string;
  readonly value: IsoDate | null;
  readonly onChange: (value: IsoDate) => void;
  /** Where there may be no date: what emptying the field does. Without it an emptied field shows its date again. */
  readonly onClear?: () => void;
  readonly isLabelHidden?: boolean;
}) {
  const t = useTranslator();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const read =
    typed === null
      ? value
      : readDate(
          typed,
          months.map((month) => t.translate(`common.monthLong.${month}`)),
        );
  const take = (next: IsoDate) => {
    setTyped(null);
    onChange(next);
  };
  const settle = () => {
    if (typed !== null && read !== null) take(read);
    else if (typed?.trim() === '') {
      setTyped(null);
      onClear?.();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: 1, ArrowDown: -1, PageUp: 7, PageDown: -7 }[event.key];
    if (event.key === 'Enter') settle();
    else if (step !== undefined && read !== null) {
      event.preventDefault();
      take(addDays(read, step));
    }
  };
  const isWrong = typed !== null && typed.trim() !== '' && read === null;
  return (
    <div className="field date-input">
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        value={typed ?? (value === null ? '' : t.date(value))}
        aria-invalid={isWrong}
        aria-describedby={`${id}-note`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
      <span id={`${id}-note`} className={isWrong ? 'small date-input-wrong' : 'small soft'}>
        {isWrong
          ? t.translate('timelinePage.date.wrong', { example: t.date(example) })
          : read === null
            ? ''
            : `${t.translate(`timelinePage.weekday.${weekday(toDayNumber(read))}`)}, ${t.isoWeek(read)}`}
      </span>
    </div>
  );
}
