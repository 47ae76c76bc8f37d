import type { Output } from '../../../core/contract/contract.ts';
import { useTranslator } from '../../core/settings.ts';

type Step = Output<'sovereignty.simulateOutage'>['services'][number]['path'][number];

/** The way from a program, which is named beside it, to who stands behind it: each step with the kind of dependency that leads there. */
export function DependencyPath({ path }: { readonly path: readonly Step[] }) {
  const { translate } = useTranslator();
  return (
    <ol className="path small">
      {path.slice(1).map((step) => (
        <li key={step.id}>
          {step.kind !== null && (
            <span className="path-kind soft">
              <span aria-hidden="true">→ </span>
              {translate(`sovereignty.kind.${step.kind}`)}
            </span>
          )}
          <span>{step.name}</span>
        </li>
      ))}
    </ol>
  );
}
