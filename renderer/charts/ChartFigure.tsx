import { type ReactNode, useId, useState } from 'react';
import { useTranslator } from '../core/settings.ts';
import './charts.css';
import { ScrollRegion } from '../parts/ScrollRegion.tsx';

type Props = {
  readonly title: ReactNode;
  /** What to see in the drawing, in one sentence. */
  readonly summary: string;
  readonly controls?: ReactNode;
  readonly legend?: ReactNode;
  /** The same figures as a table. */
  readonly table: ReactNode;
  readonly children: ReactNode;
};

/** A drawing with its sentence and its legend, and the same figures as a table one click away. */
export function ChartFigure({ title, summary, controls, legend, table, children }: Props) {
  const { translate } = useTranslator();
  const [isTable, setTable] = useState(false);
  const id = useId();
  return (
    <figure className="chart-figure" aria-labelledby={`${id}t`} aria-describedby={`${id}s`}>
      <div className="chart-head">
        <h2 id={`${id}t`} className="chart-title">
          {title}
        </h2>
        <div className="chart-controls">
          {controls}
          <button type="button" className="button-quiet chart-switch" onClick={() => setTable(!isTable)}>
            {translate(isTable ? 'charts.asDrawing' : 'charts.asTable')}
          </button>
        </div>
      </div>
      <figcaption id={`${id}s`} className="soft">
        {summary}
      </figcaption>
      {isTable ? (
        <ScrollRegion className="chart-table" labelledBy={`${id}t`}>
          {table}
        </ScrollRegion>
      ) : (
        <>
          {legend}
          <div className="chart-drawing">{children}</div>
        </>
      )}
    </figure>
  );
}
