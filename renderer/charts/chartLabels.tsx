import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';

export type AreaLabel = { readonly at: number; readonly from: number; readonly to: number; readonly text: string };

const lineHeight = 16;
/** A rough width, good enough to keep a name inside the drawing. */
const widthOf = (text: string): number => text.length * 6.4;

/** Names written into their bands, where there is room. */
export function AreaLabels({ labels }: { readonly labels: readonly AreaLabel[] }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {labels.map(({ at, from, to, text }) => {
        const top = y(to) ?? 0;
        const bottom = y(from) ?? 0;
        if (bottom - top < lineHeight) return null;
        const half = widthOf(text) / 2 + 4;
        const place = Math.min(plot.x + plot.width - half, Math.max(plot.x + half, x(at) ?? 0));
        return (
          <text key={text} x={place} y={(top + bottom) / 2} dy="0.35em" textAnchor="middle" className="chart-label">
            {text}
          </text>
        );
      })}
    </ZIndexLayer>
  );
}

/** The name of a line, above its right end; a vertical mark at `besides` is not written over. */
export function EndLabel({
  at,
  value,
  text,
  besides,
}: {
  readonly at: number;
  readonly value: number;
  readonly text: string;
  readonly besides?: number | undefined;
}) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  const end = (x(at) ?? 0) - 4;
  const mark = besides === undefined ? undefined : x(besides);
  const isCrossed = mark !== undefined && mark <= end + 4 && mark >= end - widthOf(text) - 8;
  // At the head of the drawing the mark's own name stands; the legend names the line too.
  if (isCrossed && (y(value) ?? 0) < 4 * lineHeight) return null;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      <text x={isCrossed ? mark - 8 : end} y={(y(value) ?? 0) - 8} textAnchor="end" className="chart-label">
        {text}
      </text>
    </ZIndexLayer>
  );
}

/** The name of a vertical mark, at its head, on the side where there is room. */
export function MarkLabel({ text, viewBox }: { readonly text: string; readonly viewBox?: { readonly x?: number; readonly y?: number } }) {
  const plot = usePlotArea();
  const x = viewBox?.x ?? 0;
  const isLeft = plot !== undefined && x + widthOf(text) + 8 > plot.x + plot.width;
  return (
    <text x={isLeft ? x + 4 : x} y={(viewBox?.y ?? 0) - 8} textAnchor={isLeft ? 'end' : 'start'} className="chart-label chart-label-mark">
      {text}
    </text>
  );
}
