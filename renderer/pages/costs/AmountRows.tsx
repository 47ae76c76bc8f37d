import type { ReactNode } from 'react';
import type { CostKind } from '../../../core/report/planReport.ts';
import { KindSwatch } from '../../charts/KindPatterns.tsx';
import { useTranslator } from '../../core/settings.ts';
import { useCostsView } from './costsView.ts';

type Props = {
  readonly name: ReactNode;
  readonly kind?: CostKind | undefined;
  readonly amounts: readonly number[];
  readonly total?: number | undefined;
  readonly className?: string | undefined;
};

/** One line of amounts: whole euro, or to the cent when that is asked for; a nought is only a dash. */
export function AmountRows({ name, kind, amounts, total, className }: Props) {
  const { money } = useTranslator();
  const isExact = useCostsView((state) => state.isExact);
  const text = (cents: number) => (cents === 0 ? '–' : money(cents, isExact ? 'bare' : 'bareWhole'));
  return (
    <tr className={className}>
      <th scope="row">
        {kind === undefined ? (
          name
        ) : (
          <span className="kind-name">
            <KindSwatch kind={kind} />
            {name}
          </span>
        )}
      </th>
      {amounts.map((cents, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the year
        <td key={index} className="number" title={money(cents, 'exact')}>
          {text(cents)}
        </td>
      ))}
      {total !== undefined && (
        <td className="number costs-total" title={money(total, 'exact')}>
          {text(total)}
        </td>
      )}
    </tr>
  );
}
