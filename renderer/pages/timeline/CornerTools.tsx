import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { useTranslator } from '../../core/settings.ts';
import { RowsChoice } from './RowsChoice.tsx';
import { useTimelineView } from './timelineStore.ts';

/** What stands above the names: by what the rows are, and all of them open or closed. */
export function CornerTools({ branches }: { readonly branches: readonly string[] }) {
  const { translate } = useTranslator();
  const setOpen = useTimelineView((state) => state.setOpen);
  return (
    <div className="gantt-corner-tools">
      <RowsChoice />
      <span className="gantt-corner-spring" />
      <button
        type="button"
        className="icon-button"
        aria-label={translate('timelinePage.openAll')}
        title={translate('timelinePage.openAll')}
        onClick={() => setOpen(branches, true)}
      >
        <ChevronsUpDown size={16} aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={translate('timelinePage.closeAll')}
        title={translate('timelinePage.closeAll')}
        onClick={() => setOpen(branches, false)}
      >
        <ChevronsDownUp size={16} aria-hidden />
      </button>
      <span className="gantt-week-name small soft" aria-hidden="true">
        {translate('common.weekPrefix')}
      </span>
    </div>
  );
}
