import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { dayAt, type GanttScale, xOf } from './ganttScale.ts';

/** The inner size of an element, without its scroll bars; 0 until it is drawn. */
export function useInnerSize(element: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const shown = element.current;
    if (!shown) return undefined;
    const measure = () =>
      setSize((before) =>
        before.width === shown.clientWidth && before.height === shown.clientHeight ? before : { width: shown.clientWidth, height: shown.clientHeight },
      );
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(shown);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/**
 * Keeps the same days in view when the zoom changes: those under the pointer, or those in the middle. Tells which half
 * screen is in view, so that only bars near it are drawn, and not at every frame.
 */
export function useGanttScroll(input: {
  readonly element: RefObject<HTMLElement | null>;
  readonly scale: GanttScale;
  readonly paneWidth: number;
  readonly timeWidth: number;
  readonly onZoom: (factor: number) => void;
}): { readonly fromDay: number; readonly toDay: number; readonly reveal: (day: number) => void } {
  const latest = useRef(input);
  latest.current = input;
  const anchor = useRef<{ readonly day: number; readonly x: number } | null>(null);
  const drawn = useRef(input.scale);
  const left = useRef(0);
  const half = Math.max(120, input.timeWidth / 2);
  const [part, setPart] = useState(0);
  const { element, scale, timeWidth } = input;

  // Known before anything is drawn, so that the rows are drawn once and for the place where they will stand.
  let next: number | null = null;
  if (drawn.current.pxPerDay !== scale.pxPerDay) {
    const { day, x } = anchor.current ?? { day: dayAt(drawn.current, left.current + timeWidth / 2), x: timeWidth / 2 };
    next = Math.max(0, Math.min(xOf(scale, day) - x, scale.days * scale.pxPerDay - timeWidth));
  }
  const seen = next === null ? part : Math.floor(next / half);

  useLayoutEffect(() => {
    drawn.current = scale;
    if (!element.current || next === null) return;
    anchor.current = null;
    element.current.scrollLeft = next;
    left.current = next;
    setPart(Math.floor(next / half));
  }, [element, scale, next, half]);

  useEffect(() => {
    const shown = element.current;
    if (!shown) return undefined;
    const onScroll = () => {
      left.current = shown.scrollLeft;
      setPart(Math.floor(left.current / half));
    };
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { scale: now, paneWidth, onZoom } = latest.current;
      const x = event.clientX - shown.getBoundingClientRect().left - paneWidth;
      anchor.current = { day: dayAt(now, shown.scrollLeft + x), x };
      onZoom(1.0015 ** -event.deltaY);
    };
    // Before the rows are drawn for the new place: a place that is asked for after them is a whole layout of the page.
    shown.addEventListener('scroll', onScroll, { passive: true, capture: true });
    shown.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      shown.removeEventListener('scroll', onScroll, { capture: true });
      shown.removeEventListener('wheel', onWheel);
    };
  }, [element, half]);

  const reveal = useCallback((day: number) => {
    const shown = latest.current.element.current;
    if (!shown) return;
    const x = xOf(latest.current.scale, day);
    if (x >= shown.scrollLeft + 16 && x <= shown.scrollLeft + latest.current.timeWidth - 48) return;
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    shown.scrollTo({ left: Math.max(0, x - latest.current.timeWidth / 4), behavior: isCalm ? 'auto' : 'smooth' });
  }, []);

  return { fromDay: dayAt(scale, (seen - 1) * half), toDay: dayAt(scale, (seen + 4) * half), reveal };
}
