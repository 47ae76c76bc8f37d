import { useId } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  DefaultZIndexes,
  Line,
  ReferenceLine,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { ChartBox } from './ChartBox.tsx';
import { EndLabel, MarkLabel } from './chartLabels.tsx';
import './charts.css';

/** Days by their number, accounts cumulated; `migrated` is null where nothing is known yet. */
export type BurnUpChartPoint = { readonly day: number; readonly planned: number; readonly migrated: number | null };
export type BurnUpFan = { readonly day: number; readonly migrated: number; readonly p50: number; readonly p80: number; readonly p95: number };

export type BurnUpChartProps = {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly BurnUpChartPoint[];
  readonly target: number;
  readonly fan: BurnUpFan | null;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly day: number; readonly text: string }[];
  readonly accounts: { readonly to: number; readonly ticks: readonly { readonly value: number; readonly text: string }[] };
  readonly today: { readonly day: number; readonly label: string };
  readonly words: { readonly target: string; readonly p80: string };
  readonly tip: (day: number) => React.ReactNode;
};

/** Plan and actual, cumulated, and how far the forecast's finishes lie apart. */
export function BurnUpChart({ name, colour, points, target, fan, from, to, ticks, accounts, today, words, tip }: BurnUpChartProps) {
  const clip = useId().replaceAll(':', '');
  const tickTexts = new Map(ticks.map(({ day, text }) => [day, text]));
  const accountTexts = new Map(accounts.ticks.map(({ value, text }) => [value, text]));
  return (
    <ChartBox height="100%">
      <ComposedChart data={points as BurnUpChartPoint[]} margin={{ top: 24, right: 32, bottom: 4, left: 0 }} title={name}>
        <CartesianGrid vertical={false} className="chart-grid" />
        <XAxis
          dataKey="day"
          type="number"
          domain={[from, to]}
          allowDataOverflow
          ticks={ticks.map(({ day }) => day)}
          tickFormatter={(day: number) => tickTexts.get(day) ?? ''}
          interval={0}
          tickLine={false}
          axisLine={{ className: 'chart-axis' }}
        />
        <YAxis
          type="number"
          domain={[0, accounts.to]}
          ticks={accounts.ticks.map(({ value }) => value)}
          tickFormatter={(value: number) => accountTexts.get(value) ?? ''}
          interval={0}
          width={56}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          cursor={{ className: 'chart-cursor' }}
          isAnimationActive={false}
          content={({ active, label }) => (active && typeof label === 'number' ? <div className="chart-tip">{tip(label)}</div> : null)}
        />
        <ReferenceLine y={target} className="chart-target" />
        <Area
          dataKey="migrated"
          type="linear"
          className="chart-actual-area"
          style={{ fill: colour }}
          stroke="none"
          activeDot={false}
          isAnimationActive={false}
        />
        <Line dataKey="planned" type="linear" className="chart-planned" dot={false} activeDot={false} isAnimationActive={false} />
        <Line
          dataKey="migrated"
          type="linear"
          className="chart-actual"
          style={{ stroke: colour }}
          stroke={colour}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
        {fan !== null && <Fan clip={clip} fan={fan} target={target} colour={colour} label={words.p80} />}
        <EndLabel at={to} value={target} text={words.target} />
        {today.day >= from && today.day <= to && <ReferenceLine x={today.day} className="chart-today" label={<MarkLabel text={today.label} />} />}
      </ComposedChart>
    </ChartBox>
  );
}

/** From today's count to the target: the band from P50 to P95, P80 as a line in it. What lies beyond the drawing is cut. */
function Fan({
  clip,
  fan,
  target,
  colour,
  label,
}: {
  readonly clip: string;
  readonly fan: BurnUpFan;
  readonly target: number;
  readonly colour: string;
  readonly label: string;
}) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const place = (day: number, value: number) => `${x(day) ?? 0} ${y(value) ?? 0}`;
  const start = place(fan.day, fan.migrated);
  const p80 = x(fan.p80) ?? 0;
  const isInside = p80 <= plot.x + plot.width;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.line}>
      <clipPath id={clip}>
        <rect x={plot.x} y={plot.y} width={plot.width} height={plot.height} />
      </clipPath>
      <g clipPath={`url(#${clip})`} className="chart-fan">
        <path d={`M${start}L${place(fan.p50, target)}L${place(fan.p95, target)}Z`} style={{ fill: colour }} className="chart-fan-band" />
        <path d={`M${start}L${place(fan.p80, target)}`} style={{ stroke: colour }} className="chart-fan-line" />
      </g>
      {isInside && (
        <>
          <circle cx={p80} cy={y(target)} r={4} className="chart-fan-dot" style={{ stroke: colour }} />
          <text x={p80} y={(y(target) ?? 0) + 16} textAnchor={p80 > plot.x + plot.width / 2 ? 'end' : 'start'} className="chart-label">
            {label}
          </text>
        </>
      )}
    </ZIndexLayer>
  );
}
