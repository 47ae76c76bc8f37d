import { useTranslator } from '../../core/settings.ts';
import { DiamondShape, FlagShape, GateShape } from '../../gantt/marks.tsx';

/** What the chart's marks mean. */
export function GanttLegend({
  hasFreezes,
  hasContracts,
  baseline,
}: {
  readonly hasFreezes: boolean;
  readonly hasContracts: boolean;
  /** The name of the approved plan under the bars. */
  readonly baseline: string | null;
}) {
  const { translate } = useTranslator();
  return (
    <ul className="gantt-legend small soft">
      <li>
        <span className="legend-bar legend-phase" aria-hidden="true" />
        {translate('timelinePage.legend.phase')}
      </li>
      <li>
        <span className="legend-bar legend-wave" aria-hidden="true" />
        {translate('timelinePage.legend.wave')}
      </li>
      <li>
        <span className="legend-bar legend-critical" aria-hidden="true" />
        {translate('timelinePage.legend.critical')}
      </li>
      <li>
        <GateShape />
        {translate('timelinePage.legend.gate')}
      </li>
      {baseline !== null && (
        <li>
          <span className="legend-bar gantt-approved legend-approved" aria-hidden="true" />
          {translate('baseline.legend', { name: baseline })}
        </li>
      )}
      {hasContracts && (
        <>
          <li>
            <FlagShape isFilled={false} />
            {translate('timelinePage.legend.decision')}
          </li>
          <li>
            <DiamondShape isFilled={false} />
            {translate('timelinePage.legend.end')}
          </li>
          <li className="legend-risk">
            <FlagShape isFilled />
            {translate('timelinePage.legend.atRisk')}
          </li>
        </>
      )}
      {hasFreezes && (
        <li>
          <span className="legend-bar gantt-freeze legend-freeze" aria-hidden="true" />
          {translate('timelinePage.legend.freeze')}
        </li>
      )}
    </ul>
  );
}
