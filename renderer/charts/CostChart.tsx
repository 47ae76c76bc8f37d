import { useId } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceDot, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartBox } from './ChartBox.tsx';
import type { CostKind } from '../../core/report/planReport.ts';
import { AreaLabels, type AreaLabel, EndLabel, MarkLabel } from './chartLabels.tsx';
import { KindPatterns } from './KindPatterns.tsx';

/** Amounts in cents at a place of the time axis, in years. */
export type CostPoint = {
  readonly at: number;
  readonly kinds: Readonly<Partial<Record<CostKind, number>>>;
  readonly stay: number;
  readonly plan: number;
  readonly band: readonly [low: number, high: number] | null;
};

export type CostChartProps = {
  readonly name: string;
  /** From the ground up. */
  readonly kinds: readonly { readonly kind: CostKind; readonly label: string }[];
  readonly points: readonly CostPoint[];
  /** Amounts that hold for a year stand as steps, sums run on as lines. */
  readonly isStepped: boolean;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly amounts: {
    readonly from: number;
    readonly to: number;
    readonly ticks: readonly { readonly cents: number; readonly text: string }[];
    readonly unit: string;
  };
  readonly stayLabel: string;
  readonly mark: { readonly at: number; readonly cents: number | null; readonly label: string } | null;
  readonly tip: (at: number) => React.ReactNode;
};

/** What a plan costs, stacked by kind, in a quiet band from low to high, with the line of staying dashed and the break-even marked. */
export function CostChart({ name, kinds, points, isStepped, from, to, ticks, amounts, stayLabel, mark, tip }: CostChartProps) {
  const prefix = useId().replaceAll(':', '');
  const data = points.map(({ at, kinds: values, stay, plan, band }) => ({ at, stay, plan, band, ...values }));
  const hasBand = points.some(({ band }) => band !== null);
  const tickTexts = new Map(ticks.map(({ at, text }) => [at, text]));
  const amountTexts = new Map(amounts.ticks.map(({ cents, text }) => [cents, text]));
  const curve = isStepped ? 'step' : 'linear';
  return (
    <ChartBox height={320}>
      <ComposedChart data={data} margin={{ top: 28, right: 16, bottom: 4, left: 8 }} title={name}>
        <KindPatterns prefix={prefix} kinds={kinds.map(({ kind }) => kind)} />
        <CartesianGrid vertical={false} className="chart-grid" />
        <XAxis
          dataKey="at"
          type="number"
          domain={[from, to]}
          allowDataOverflow
          ticks={ticks.map(({ at }) => at)}
          tickFormatter={(at: number) => tickTexts.get(at) ?? ''}
          interval={0}
          tickLine={false}
          axisLine={{ className: 'chart-axis' }}
        />
        <YAxis
          type="number"
          domain={[amounts.from, amounts.to]}
          ticks={amounts.ticks.map(({ cents }) => cents)}
          tickFormatter={(cents: number) => amountTexts.get(cents) ?? ''}
          interval={0}
          width={52}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          cursor={{ className: 'chart-cursor' }}
          isAnimationActive={false}
          content={({ active, label }) => (active && typeof label === 'number' ? <div className="chart-tip">{tip(label)}</div> : null)}
        />
        {kinds.map(({ kind }) => (
          <Area
            key={kind}
            dataKey={kind}
            stackId="plan"
            type={curve}
            fill={`url(#${prefix}-${kind})`}
            fillOpacity={1}
            className="chart-area"
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
        {hasBand && <Area dataKey="band" type={curve} className="chart-band" activeDot={false} isAnimationActive={false} />}
        {hasBand && <Line dataKey="plan" type={curve} className="chart-plan" dot={false} activeDot={false} isAnimationActive={false} />}
        <Line dataKey="stay" type={curve} className="chart-stay" dot={false} activeDot={false} isAnimationActive={false} />
        <AreaLabels labels={areaLabels(kinds, points)} />
        {mark !== null && <ReferenceLine x={mark.at} className="chart-mark" label={<MarkLabel text={mark.label} />} />}
        {mark !== null && mark.cents !== null && <ReferenceDot x={mark.at} y={mark.cents} r={5} className="chart-mark-dot" />}
        <EndLabel at={to} value={points.at(-1)?.stay ?? 0} text={stayLabel} besides={mark?.at} />
        <text x={8} y={12} className="chart-unit">
          {amounts.unit}
        </text>
      </ComposedChart>
    </ChartBox>
  );
}

/** Where each kind's band is thickest: the place to write its name. */
function areaLabels(kinds: CostChartProps['kinds'], points: readonly CostPoint[]): readonly AreaLabel[] {
  return kinds.flatMap(({ kind, label }, index) => {
    let best: AreaLabel | null = null;
    // The edges of the drawing leave no room for a word.
    for (const point of points.slice(1, -1)) {
      const value = point.kinds[kind] ?? 0;
      const ground = kinds.slice(0, index).reduce((sum, below) => sum + (point.kinds[below.kind] ?? 0), 0);
      if (value > 0 && (best === null || value > best.to - best.from)) best = { at: point.at, from: ground, to: ground + value, text: label };
    }
    return best === null ? [] : [best];
  });
}
