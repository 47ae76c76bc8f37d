import { type ReactElement, useLayoutEffect, useRef, useState } from 'react';
import { ResponsiveContainer } from 'recharts';

/**
 * The place of a drawing, as wide as its page. It is measured before the drawing is made: the library would make it for
 * a width that is only supposed, measure then, and make it once more.
 */
export function ChartBox({ height, children }: { readonly height: number | '100%'; readonly children: ReactElement }) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null);
  useLayoutEffect(() => {
    if (box.current) setSize({ width: box.current.clientWidth, height: box.current.clientHeight });
  }, []);
  return (
    <div ref={box} style={{ height }}>
      {size && (
        <ResponsiveContainer width="100%" height={height} initialDimension={size}>
          {children}
        </ResponsiveContainer>
      )}
    </div>
  );
}
