import { Check } from 'lucide-react';
import type { Translator } from '../../../core/i18n/translate.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { plainFigure } from '../../parts/plainFigure.ts';
import { StateBar } from './StateBar.tsx';
import { type State, states } from './trackingView.ts';

type Counted = { readonly accounts: number; readonly states: Readonly<Record<State, number>> };

const widths: Readonly<Record<State, string>> = { migrated: '84px', planned: '66px', problem: '74px', exception: '80px' };

/** Accounts, the bar of their states, and a count for each. */
export function stateColumns<Row extends Counted>({ translate, number, locale }: Translator): readonly Column<Row>[] {
  const order: readonly State[] = ['migrated', ...states.filter((state) => state !== 'migrated')];
  return [
    {
      id: 'accounts',
      heading: translate('trackingPage.accounts'),
      width: '70px',
      align: 'right',
      sort: 'accounts',
      render: (row) => number(row.accounts),
      copied: (row) => plainFigure(row.accounts, locale),
    },
    { id: 'bar', heading: translate('trackingPage.states'), width: 'minmax(40px, 2fr)', copied: false, render: (row) => <StateBar counts={row.states} /> },
    ...order.map(
      (state): Column<Row> => ({
        id: state,
        heading: translate(`trackingPage.column.${state}`),
        width: widths[state],
        align: 'right',
        sort: state,
        render: (row) => (row.states[state] === 0 ? <span className="soft">–</span> : number(row.states[state])),
        text: (row) => number(row.states[state]),
        copied: (row) => plainFigure(row.states[state], locale),
      }),
    ),
  ];
}

const besidePanel: readonly string[] = ['planned', 'problem', 'exception'];

/** Those for which there is room beside a panel; the bar still shows what is left out. */
export function narrowColumns<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  return columns.filter(({ id }) => !besidePanel.includes(id));
}

/** What is still planned of a row is marked as migrated, in one click. */
export function MarkButton({
  label,
  word,
  isOff,
  onMark,
}: {
  readonly label: string;
  readonly word: string;
  readonly isOff: boolean;
  readonly onMark: () => void;
}) {
  const Control = isOff ? 'button' : ChangeButton;
  return (
    <Control type="button" className="button-quiet tracking-mark" aria-label={label} title={label} disabled={isOff} onClick={onMark}>
      <Check size={16} aria-hidden />
      {word}
    </Control>
  );
}
