import { ArrowRight, Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import type { ItemId } from '../../../core/domain/ids.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ClaimSource } from '../../parts/ClaimList.tsx';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { useReasonText } from '../../parts/useReasonText.ts';
import { TrackDot } from '../../parts/TrackDot.tsx';
import { AssignForm } from './AssignForm.tsx';
import { ItemContracts } from './byHand/ItemContracts.tsx';
import { ItemEditor } from './byHand/ItemEditor.tsx';
import { SupportEnd } from './SupportEnd.tsx';
import { useMatchText } from './nameRules/useMatchText.ts';

const namesShown = 200;
type Detail = Output<'inventory.getItem'>;
type RawNameRow = Output<'inventory.listRawNames'>['rawNames'][number];

/** One item with everything that is known of it: figures, product, decision and reasons, contracts, names as found. */
export function ItemDetail({ itemId }: { readonly itemId: ItemId }) {
  const { translate } = useTranslator();
  const go = useRoute((state) => state.go);
  const { data, error } = useQuery('inventory.getItem', { itemId });
  const names = useQuery('inventory.listRawNames', { itemId, limit: namesShown });
  const isThis = data?.item.id === itemId;
  const [edited, setEdited] = useState<ItemId | null>(null);
  return (
    <SidePanel title={isThis ? data.item.name : translate('window.loading')} onClose={() => go('inventory')}>
      {error && <p className="soft">{translate(error.messageKey, error.params)}</p>}
      {isThis && !error && (
        <>
          {edited === itemId ? (
            <ItemEditor item={data.item} onDone={() => setEdited(null)} />
          ) : (
            <>
              <Figures item={data.item} />
              <ChangeButton type="button" className="button detail-change" onClick={() => setEdited(itemId)}>
                <Pencil size={16} aria-hidden />
                {translate('inventoryPage.changeItem')}
              </ChangeButton>
            </>
          )}
          {data.item.productId === null && <AssignForm key={itemId} name={data.item.name} names={names.data?.rawNames ?? []} itemId={itemId} />}
          {data.item.support !== null && <SupportPart support={data.item.support} />}
          <DecisionPart detail={data} />
          <ItemContracts itemId={itemId} contracts={data.contracts} />
          <RawNames total={names.data?.total ?? 0} rawNames={names.data?.rawNames ?? []} />
        </>
      )}
    </SidePanel>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="detail-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Figures({ item }: { readonly item: Detail['item'] }) {
  const { translate, number, money } = useTranslator();
  const known = (value: number) => (value === 0 ? '–' : number(value));
  return (
    <dl className="detail-figures">
      <dt>{translate('inventoryPage.product')}</dt>
      <dd>
        <StatusMark state={item.productId === null ? 'planned' : 'done'} label={item.productName ?? translate('inventoryPage.matched.no')} />
      </dd>
      <dt>{translate('inventoryPage.column.vendor')}</dt>
      <dd>{item.vendor || '–'}</dd>
      <dt>{translate('inventoryPage.column.track')}</dt>
      <dd>{item.track === null ? translate('inventoryPage.noTrack') : <TrackDot track={item.track} />}</dd>
      <dt>{translate('inventoryPage.column.installations')}</dt>
      <dd className="number">{known(item.installations)}</dd>
      <dt>{translate('inventoryPage.column.seats')}</dt>
      <dd className="number">{known(item.seats)}</dd>
      <dt>{translate('inventoryPage.column.accounts')}</dt>
      <dd className="number">{known(item.accounts)}</dd>
      <dt>{translate('inventoryPage.column.annualCostCents')}</dt>
      <dd className="number">{item.annualCostCents === null ? translate('common.unknown') : money(item.annualCostCents)}</dd>
      <dt>{translate('inventoryPage.column.supportEnds')}</dt>
      <dd>{item.support === null ? translate('inventoryPage.support.unknown') : <SupportEnd support={item.support} />}</dd>
    </dl>
  );
}

/** For which release support ends first, on how many machines, and who says so. */
function SupportPart({ support }: { readonly support: NonNullable<Detail['item']['support']> }) {
  const { translate } = useTranslator();
  const { cycle, installations, of, unknown } = support;
  const parts = [cycle ?? '', of === 0 ? '' : translate('inventoryPage.support.share', { installations, of, unknown })].filter((part) => part !== '');
  return (
    <Part title={translate('inventoryPage.column.supportEnds')}>
      <p>
        <SupportEnd support={support} />
        {parts.map((part) => ` · ${part}`)}
      </p>
      <ClaimSource claim={support} />
    </Part>
  );
}

function DecisionPart({ detail: { item, decision } }: { readonly detail: Detail }) {
  const { translate } = useTranslator();
  const go = useRoute((state) => state.go);
  const reasonText = useReasonText();
  const reasons = decision?.reasons ?? [];
  return (
    <Part title={translate('inventoryPage.decision')}>
      <p>
        <StatusMark
          state={item.strategy === 'undecided' ? 'planned' : 'done'}
          label={
            item.replacementName === null
              ? translate(`common.strategy.${item.strategy}`)
              : translate('inventoryPage.replacedBy', { product: item.replacementName })
          }
        />
      </p>
      {decision?.note && <p className="detail-note">{decision.note}</p>}
      {reasons.length > 0 && (
        <ul className="detail-list small">
          {reasons.map((reason, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: reasons have no name of their own and keep their order
            <li key={index}>{reasonText(reason)}</li>
          ))}
        </ul>
      )}
      <button type="button" className="button-quiet detail-link" onClick={() => go('mapping', item.id)}>
        {translate('inventoryPage.openInMapping')}
        <ArrowRight size={16} aria-hidden />
      </button>
    </Part>
  );
}

function RawNames({ total, rawNames }: { readonly total: number; readonly rawNames: readonly RawNameRow[] }) {
  const { translate, number, date } = useTranslator();
  const matchText = useMatchText();
  const supportOf = ({ release }: RawNameRow) => {
    if (!release?.supportEnds) return '';
    const on = date(release.supportEnds);
    return release.cycle === null ? translate('inventoryPage.supportEnds', { on }) : translate('inventoryPage.supportEndsOf', { cycle: release.cycle, on });
  };
  return (
    <Part title={translate('inventoryPage.rawNames')}>
      {total === 0 && <p className="soft">{translate('inventoryPage.noRawNames')}</p>}
      <ul className="detail-list">
        {rawNames.map((row) => (
          <li key={`${row.rawName}\n${row.publisher}\n${row.version}`}>
            <p className="detail-line">
              <span className="mono">{row.rawName}</span>
              <span className="number">{number(row.installations)}</span>
            </p>
            <p className="small soft">{[row.publisher, row.version, matchText(row.match), supportOf(row)].filter((part) => part !== '').join(' · ')}</p>
          </li>
        ))}
      </ul>
      {total > rawNames.length && rawNames.length > 0 && (
        <p className="small soft">{translate('inventoryPage.moreNames', { names: total - rawNames.length })}</p>
      )}
    </Part>
  );
}
