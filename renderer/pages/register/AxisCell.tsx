import type { ReactNode } from 'react';
import { countryName } from '../../core/countryName.ts';
import { useTranslator } from '../../core/settings.ts';
import { ConfidenceMark } from '../../parts/ConfidenceMark.tsx';
import type { Axes, AxisLine } from './registerView.ts';

/** The shapes of the axes: one that is settled, one that is free, one that binds, one that nobody knows. */
type Shape = 'inside' | 'outside' | 'free' | 'bound' | 'unknown' | 'ended';

export function AxisShape({ shape }: { readonly shape: Shape }) {
  return (
    <svg className={`axis-shape axis-${shape}`} width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      {shapes[shape]}
    </svg>
  );
}

const shapes: Readonly<Record<Shape, ReactNode>> = {
  inside: <circle cx="5" cy="5" r="4.5" fill="currentColor" />,
  outside: <path d="M5 .5 9.8 9.5H.2z" fill="currentColor" />,
  free: <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  bound: <rect x=".75" y=".75" width="8.5" height="8.5" fill="currentColor" />,
  unknown: <circle cx="5" cy="5" r="4.25" fill="none" stroke="currentColor" strokeWidth="1" strokeDasharray="1.6 1.4" />,
  ended: <path d="M1.5 1.5l7 7m0-7-7 7" stroke="currentColor" strokeWidth="1.75" />,
};

function AxisText({ text }: { readonly text: string }) {
  return <span className="axis-text">{text}</span>;
}

export function Unknown() {
  const { translate } = useTranslator();
  return (
    <span className="axis-word axis-is-unknown">
      <AxisShape shape="unknown" />
      <span className="axis-text">{translate('common.unknown')}</span>
    </span>
  );
}

/** One axis in a word or two; everything behind it is in the detail. */
export function AxisWord({
  axis,
  shape,
  freeKey,
  vendorName,
}: {
  readonly axis: AxisLine;
  readonly shape: Shape;
  readonly freeKey?: string;
  /** Who stands beside the name already, and need not be named again. */
  readonly vendorName?: string;
}) {
  const { translate } = useTranslator();
  if (axis.state === 'unknown') return <Unknown />;
  if (axis.state === 'free') {
    return (
      <span className="axis-word">
        <AxisShape shape="free" />
        <span className="axis-text">{translate(freeKey ?? 'registerPage.free')}</span>
      </span>
    );
  }
  const [first, ...more] = axis.values;
  return (
    <span className="axis-word">
      <AxisShape shape={shape} />
      <AxisText text={first !== undefined && first.text === vendorName ? translate('registerPage.byVendor') : (first?.text ?? '')} />
      {more.length > 0 && <span className="axis-more soft">{translate('registerPage.more', { more: more.length })}</span>}
      <DisputedMark isDisputed={axis.values.some((value) => value.isDisputed)} />
    </span>
  );
}

export function LawWord({ law }: { readonly law: Axes['law'] }) {
  const { locale } = useTranslator();
  if (law.state === 'unknown') return <Unknown />;
  const names = law.values.map(({ text }) => countryName(locale, text, 'short') ?? text);
  return (
    <span className="axis-word">
      <AxisShape shape={law.area === 'outside' ? 'outside' : law.area === 'union' ? 'inside' : 'unknown'} />
      <AxisText text={names.length > 2 ? law.values.map(({ text }) => text).join(', ') : names.join(', ')} />
      <DisputedMark isDisputed={law.values.some((value) => value.isDisputed)} />
    </span>
  );
}

export function LicenceWord({ licence }: { readonly licence: Axes['licence'] }) {
  const { translate } = useTranslator();
  const isProprietary = licence.family === 'proprietary';
  return (
    <span className="axis-word">
      <AxisShape shape={isProprietary ? 'bound' : 'free'} />
      <AxisText text={licence.text === 'proprietary' ? translate('registerPage.licence.proprietary') : licence.text.replace(/-or-later$/, '+')} />
      <DisputedMark isDisputed={licence.isDisputed} />
    </span>
  );
}

export function SupportWord({ support, today }: { readonly support: Axes['support']; readonly today: string }) {
  const { date } = useTranslator();
  if (support === null) return <Unknown />;
  return (
    <span className="axis-word">
      <AxisShape shape={support.on < today ? 'ended' : 'inside'} />
      <span className="axis-text">{date(support.on)}</span>
      <DisputedMark isDisputed={support.isDisputed} />
    </span>
  );
}

export function ExitWord({ exit, isProprietary }: { readonly exit: Axes['exit']; readonly isProprietary: boolean }) {
  const { translate } = useTranslator();
  if (isProprietary && exit.replacements > 0) {
    return (
      <span className="axis-word">
        <AxisShape shape="free" />
        <AxisText text={translate('registerPage.replacements', { replacements: exit.replacements })} />
      </span>
    );
  }
  if (exit.standards.length === 0) return <Unknown />;
  return (
    <span className="axis-word">
      <AxisShape shape="free" />
      <AxisText text={exit.standards.join(', ')} />
    </span>
  );
}

export function DisputedMark({ isDisputed }: { readonly isDisputed: boolean }) {
  const { translate } = useTranslator();
  if (!isDisputed) return null;
  return (
    <span className="axis-disputed" title={translate('claims.disputed')}>
      <span aria-hidden="true">≠</span>
      <span className="visually-hidden">{translate('claims.disputed')}</span>
    </span>
  );
}

/** An axis in full: every value with its confidence. */
export function AxisValues({
  axis,
  freeKey,
  nameOf = (text) => text,
}: {
  readonly axis: AxisLine;
  readonly freeKey: string;
  readonly nameOf?: (text: string) => string;
}) {
  if (axis.state === 'unknown') return <Unknown />;
  if (axis.state === 'free') return <AxisWord axis={axis} shape="free" freeKey={freeKey} />;
  return (
    <ul className="axis-values">
      {axis.values.map((value) => (
        <li key={value.text}>
          <span>{nameOf(value.text)}</span>
          <span className="small soft">
            <ConfidenceMark confidence={value.confidence} />
          </span>
          <DisputedMark isDisputed={value.isDisputed} />
        </li>
      ))}
    </ul>
  );
}
