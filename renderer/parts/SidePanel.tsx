import { X } from 'lucide-react';
import { Fragment, type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslator } from '../core/settings.ts';
import { ScrollRegion } from './ScrollRegion.tsx';
import './sidePanel.css';

const narrowest = 320;
const widest = 800;
const usual = 400;
const storageKey = 'sidePanelWidth';
const fit = (width: number) => Math.round(Math.min(widest, Math.max(narrowest, width)));

function rememberedWidth(): number {
  try {
    return fit(Number(localStorage.getItem(storageKey)) || usual);
  } catch {
    return usual;
  }
}

/** The detail of a thing, at the right of the page. Escape closes it and the focus goes back to where it came from. */
export function SidePanel({ title, onClose, children }: { readonly title: string; readonly onClose: () => void; readonly children: ReactNode }) {
  const { translate } = useTranslator();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [width, setWidth] = useState(rememberedWidth);
  const close = useRef(onClose);
  close.current = onClose;
  // As it was before anything in the panel could take it.
  const [from] = useState(() => (document.activeElement instanceof HTMLElement ? document.activeElement : null));

  useEffect(() => {
    const shown = panel.current;
    // A form that was opened to write in has taken the focus already.
    if (!shown?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true });
    // What floats above the page closes first; by the time the key comes up here it may be gone already.
    let isFloating = false;
    const beforeKey = () => {
      isFloating = document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null;
    };
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isFloating) return;
      event.preventDefault();
      close.current();
    };
    document.addEventListener('keydown', beforeKey, true);
    document.addEventListener('keydown', onKey);
    // Not a selector with `:has`: it would be weighed anew at every row that a table puts in or takes out.
    document.documentElement.dataset.panel = 'open';
    return () => {
      document.removeEventListener('keydown', beforeKey, true);
      document.removeEventListener('keydown', onKey);
      delete document.documentElement.dataset.panel;
      const isInside = document.activeElement === null || document.activeElement === document.body || shown?.contains(document.activeElement) === true;
      if (isInside && from?.isConnected) from.focus({ preventScroll: true });
    };
  }, [from]);
  useEffect(() => {
    document.documentElement.style.setProperty('--side-panel', `${width}px`);
    try {
      localStorage.setItem(storageKey, String(width));
    } catch {
      // Kept for as long as the window is open.
    }
  }, [width]);

  const onResizeKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? 32 : event.key === 'ArrowRight' ? -32 : 0;
    if (step === 0) return;
    event.preventDefault();
    setWidth((before) => fit(before + step));
  };
  const onDrag = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) setWidth(fit(window.innerWidth - event.clientX));
  };

  return (
    <aside ref={panel} className="side-panel" aria-label={title} tabIndex={-1}>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved, a separator with a value can */}
      <div
        className="side-panel-edge"
        role="separator"
        aria-orientation="vertical"
        aria-label={translate('parts.panel.width')}
        aria-valuenow={width}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        tabIndex={0}
        onKeyDown={onResizeKey}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onDrag}
        onDoubleClick={() => setWidth((before) => (before === usual ? 600 : usual))}
      />
      <header className="side-panel-head">
        <h2 ref={heading} tabIndex={-1}>
          {/* A login is broken where it has its sign, not within a word. */}
          {title.split(/(?<=@)/).map((part, index) => (
            <Fragment key={part}>
              {index > 0 && <wbr />}
              {part}
            </Fragment>
          ))}
        </h2>
        <button type="button" className="icon-button" aria-label={translate('window.close')} title={translate('window.close')} onClick={onClose}>
          <X size={20} aria-hidden />
        </button>
      </header>
      <ScrollRegion className="side-panel-body" label={title}>
        {children}
      </ScrollRegion>
    </aside>
  );
}
