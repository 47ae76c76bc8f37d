import { useVirtualizer } from '@tanstack/react-virtual';
import { ZoomIn, ZoomOut } from 'lucide-react';
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ScrollRegion } from '../../parts/ScrollRegion.tsx';
import type { PaperInput } from './ReportPage.tsx';
import { useReportView, zooms } from './reportView.ts';

type Preview = Output<'report.preview'>;
export type PaperPagesHandle = { goTo(page: number): void };
type PaperPagesProps = {
  readonly ref: Ref<PaperPagesHandle>;
  readonly paper: PaperInput;
  readonly sheets: Preview['sheets'];
  readonly headings: Preview['headings'];
  readonly isSetting: boolean;
  readonly onPage: (page: number) => void;
};

const pixelsPerPoint = 96 / 72;
const gap = 24;

/** The pages in a scroll; only those in sight are asked for, so that sixty pages cost no more than six. */
export function PaperPages({ ref, paper, sheets, headings, isSetting, onPage }: PaperPagesProps) {
  const { translate, percent, number } = useTranslator();
  const { zoom, setZoom } = useReportView();
  const scroller = useRef<HTMLElement>(null);
  const room = useWidth(scroller) - 2 * gap;
  const sizes = useMemo(
    () =>
      sheets.map(({ widthPoints, heightPoints }) => {
        const width = Math.max(120, Math.min(widthPoints * pixelsPerPoint, room)) * zoom;
        return { width, height: (width * heightPoints) / widthPoints };
      }),
    [sheets, room, zoom],
  );
  const virtualizer = useVirtualizer({
    count: sheets.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (sizes[index]?.height ?? 0) + gap,
    overscan: 1,
    paddingStart: gap,
    useFlushSync: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other sizes are measured anew
  useLayoutEffect(() => virtualizer.measure(), [sizes]);
  useImperativeHandle(ref, () => ({ goTo: (page) => virtualizer.scrollToIndex(page - 1, { align: 'start' }) }), [virtualizer]);

  const middle = (virtualizer.scrollOffset ?? 0) + (scroller.current?.clientHeight ?? 0) / 3;
  const items = virtualizer.getVirtualItems();
  const current = (items.findLast(({ start }) => start <= middle)?.index ?? 0) + 1;
  useEffect(() => onPage(current), [onPage, current]);

  const index = zooms.indexOf(zoom as (typeof zooms)[number]);
  return (
    <div className="paper" aria-busy={isSetting}>
      <ScrollRegion ref={scroller} className="paper-scroll" label={translate('reportPage.pages')}>
        <div className="paper-track" style={{ height: virtualizer.getTotalSize(), minWidth: Math.max(0, ...sizes.map(({ width }) => width)) + 2 * gap }}>
          {items.map(({ index: at, start }) => (
            <PaperPage
              key={at}
              paper={paper}
              page={at + 1}
              top={start}
              size={sizes[at] ?? { width: 0, height: 0 }}
              label={[
                translate('reportPage.page', { page: at + 1, pages: sheets.length }),
                ...headings.filter(({ page }) => page === at + 1).map(({ title }) => title),
              ].join(': ')}
            />
          ))}
        </div>
      </ScrollRegion>
      <div className="paper-foot">
        <span className="small soft" role="status">
          {isSetting ? translate('reportPage.setting') : ''}
        </span>
        <span className="number">{sheets.length > 0 && translate('reportPage.page', { page: number(current), pages: number(sheets.length) })}</span>
        <span className="paper-zoom">
          <button
            type="button"
            className="icon-button"
            aria-label={translate('reportPage.zoomOut')}
            title={translate('reportPage.zoomOut')}
            disabled={index <= 0}
            onClick={() => setZoom(zooms[index - 1] ?? 1)}
          >
            <ZoomOut size={16} aria-hidden />
          </button>
          <button
            type="button"
            className="button-quiet number"
            aria-label={translate('reportPage.zoom', { percent: percent(zoom) })}
            onClick={() => setZoom(1)}
          >
            {percent(zoom)}
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={translate('reportPage.zoomIn')}
            title={translate('reportPage.zoomIn')}
            disabled={index >= zooms.length - 1}
            onClick={() => setZoom(zooms[index + 1] ?? 1)}
          >
            <ZoomIn size={16} aria-hidden />
          </button>
        </span>
      </div>
    </div>
  );
}

type PaperPageProps = {
  readonly paper: PaperInput;
  readonly page: number;
  readonly top: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly label: string;
};

/** One page as a picture: whatever a program's name may hold, as an image it can neither run nor reach anything. */
function PaperPage({ paper, page, top, size, label }: PaperPageProps) {
  const { data, isFetching } = useQuery('report.preview', { ...paper, firstPage: page, pageCount: 1 });
  const svg = data?.pages[0]?.svg;
  const address = usePicture(svg);
  return (
    <div
      className={isFetching ? 'paper-page is-stale' : 'paper-page'}
      style={{ top, width: size.width, height: size.height, left: `max(${gap}px, calc(50% - ${size.width / 2}px))` }}
    >
      {address === null ? (
        <span className="visually-hidden">{label}</span>
      ) : (
        <img src={address} alt={label} width={size.width} height={size.height} draggable={false} />
      )}
    </div>
  );
}

function usePicture(svg: string | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (svg === undefined) return undefined;
    const next = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(next);
    return () => URL.revokeObjectURL(next);
  }, [svg]);
  return address;
}

function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const node = element.current;
    if (!node) return undefined;
    const measure = () => setWidth(node.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
