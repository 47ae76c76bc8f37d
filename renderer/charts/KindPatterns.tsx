import type { CostKind } from '../../core/report/planReport.ts';

/** Each kind has a texture beside its colour, so that it is known without seeing colours. */
const textures: Readonly<Record<CostKind, string | null>> = {
  licence: null,
  replacement: 'M0 8 8 0',
  migration: 'M0 2.5H8M0 6.5H8',
  training: 'M2 2h.01M6 6h.01',
  doubleRunning: 'M0 0 8 8',
};

export function KindPatterns({ prefix, kinds }: { readonly prefix: string; readonly kinds: readonly CostKind[] }) {
  return (
    <defs>
      {kinds.map((kind) => (
        <pattern key={kind} id={`${prefix}-${kind}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" style={{ fill: `var(--kind-${kind})` }} />
          {textures[kind] !== null && (
            <path
              className="kind-texture"
              d={textures[kind]}
              strokeLinecap={kind === 'training' ? 'round' : 'square'}
              strokeWidth={kind === 'training' ? 2 : 1}
            />
          )}
        </pattern>
      ))}
    </defs>
  );
}

/** The same square as in the drawing, for legends and tables. */
export function KindSwatch({ kind }: { readonly kind: CostKind }) {
  const prefix = 'kind-swatch';
  return (
    <svg className="kind-swatch" width="14" height="14" aria-hidden="true" focusable="false">
      <KindPatterns prefix={`${prefix}-${kind}`} kinds={[kind]} />
      <rect width="14" height="14" rx="2" fill={`url(#${prefix}-${kind}-${kind})`} />
    </svg>
  );
}
