import type { TrackKey } from '../../core/domain/catalogue/catalogue.ts';
import { useTranslator } from '../core/settings.ts';
import './marks.css';

/** A track by its colour and its name. */
export function TrackDot({ track }: { readonly track: TrackKey }) {
  const { translate } = useTranslator();
  return (
    <span className="track-dot">
      <span className="track-dot-square" style={{ background: `var(--track-${track})` }} />
      <span className="mark-label">{translate(`common.track.${track}`)}</span>
    </span>
  );
}
