import type { IsoDate } from '../../../core/domain/calendar.ts';

/** First days of months between two days, at most `most` of them: each month, or every second, third, sixth, or each year. */
export function monthTicks(from: IsoDate, to: IsoDate, most = 7): readonly IsoDate[] {
  const monthOf = (day: IsoDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const first = monthOf(from) + (from.endsWith('-01') ? 0 : 1);
  const last = monthOf(to);
  const step = [1, 2, 3, 6, 12, 24, 60].find((months) => (last - first) / months < most) ?? 120;
  const ticks: IsoDate[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step)
    ticks.push(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as IsoDate);
  return ticks;
}
