import { useMemo } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { DependencyPath } from './DependencyPath.tsx';

export type Outage = Output<'sovereignty.simulateOutage'>;

type Stopped = Pick<Outage['services'][number], 'name' | 'certainty' | 'path'> & { readonly key: string; readonly accounts: number | null };

export function OutageResult({ outage, hasPlan, isToday }: { readonly outage: Outage; readonly hasPlan: boolean; readonly isToday: boolean }) {
  const { translate } = useTranslator();
  const { accountsAffected, accountsAtMost, services, catalogueServices } = outage;
  const own = new Set(services.map((service) => service.productId));
  const others = catalogueServices.filter((service) => !own.has(service.productId));
  return (
    <div className="outage-result" aria-live="polite">
      {!hasPlan && <p className="outage-figure">{translate('registerPage.outageCatalogue', { products: others.length })}</p>}
      {hasPlan && (
        <p className="outage-figure">
          {accountsAtMost > accountsAffected
            ? translate('sovereignty.accountsBetween', { accounts: accountsAffected, atMost: accountsAtMost })
            : translate('sovereignty.accountsAffected', { accounts: accountsAffected })}
        </p>
      )}
      {hasPlan && <p>{translate('registerPage.outageSentence', { items: services.length, others: others.length })}</p>}
      {hasPlan && <OverTime outage={outage} isToday={isToday} />}
      {services.length > 0 && (
        <StoppedTable heading={translate('registerPage.ownItems')} stopped={services.map((service) => ({ ...service, key: service.itemId }))} />
      )}
      {others.length > 0 && (
        <StoppedTable
          heading={translate(hasPlan ? 'registerPage.catalogueServices' : 'registerPage.catalogueProducts')}
          stopped={others.map((service) => ({ ...service, key: service.productId, accounts: null }))}
        />
      )}
      {outage.reported && <Reported reported={outage.reported} />}
    </div>
  );
}

/** The same outage as the plan goes on: today, and when each track is over. */
function OverTime({ outage, isToday }: { readonly outage: Outage; readonly isToday: boolean }) {
  const { translate, number, date } = useTranslator();
  const { later } = outage;
  const before = (index: number) => (index > 0 ? later[index - 1] : isToday ? { ...outage, items: outage.services.length } : undefined);
  // A track that has nothing to do with the outage would only repeat the line above it.
  const steps = later.filter((step, index) => {
    const last = before(index);
    return last?.items !== step.items || last.accountsAffected !== step.accountsAffected || last.accountsAtMost !== step.accountsAtMost;
  });
  if (later.length > 0 && steps.length === 0) {
    return outage.services.length === 0 ? null : <p className="small soft">{translate('registerPage.outageNeverChanges')}</p>;
  }
  if (later.length === 0) return <p className="small soft">{translate('registerPage.outageNoDates')}</p>;
  const accounts = ({ accountsAffected, accountsAtMost }: Pick<Outage, 'accountsAffected' | 'accountsAtMost'>) =>
    accountsAtMost > accountsAffected ? translate('registerPage.between', { accounts: accountsAffected, atMost: accountsAtMost }) : number(accountsAffected);
  return (
    <section className="panel-section">
      <h3>{translate('registerPage.outageOverTime')}</h3>
      <table className="exposure-table outage-over-time">
        <thead>
          <tr>
            <th scope="col">{translate('registerPage.outageDay')}</th>
            <th scope="col">{translate('registerPage.outageMoved')}</th>
            <th scope="col" className="number">
              {translate('registerPage.outageItems')}
            </th>
            <th scope="col" className="number">
              {translate('mappingPage.column.accounts')}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.at}>
              <th scope="row">{date(step.at)}</th>
              <td>{step.tracks.map((track) => translate(`common.track.${track}`)).join(', ')}</td>
              <td className="number">{number(step.items)}</td>
              <td className="number">{accounts(step)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function StoppedTable({ heading, stopped }: { readonly heading: string; readonly stopped: readonly Stopped[] }) {
  const { translate, number } = useTranslator();
  const hasAccounts = stopped.some((service) => service.accounts !== null);
  return (
    <section className="panel-section">
      <h3>{heading}</h3>
      <table className="exposure-table outage-table">
        <thead>
          <tr>
            <th scope="col">{translate('registerPage.column.name')}</th>
            <th scope="col">{translate('registerPage.column.certainty')}</th>
            <th scope="col">{translate('registerPage.column.path')}</th>
            {hasAccounts && (
              <th scope="col" className="number">
                {translate('mappingPage.column.accounts')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {stopped.map((service) => (
            <tr key={service.key}>
              <th scope="row">{service.name}</th>
              <td title={translate(`sovereignty.certainty.${service.certainty}`)}>
                <StatusMark state={service.certainty === 'stops' ? 'problem' : 'frozen'} label={translate(`registerPage.certainty.${service.certainty}`)} />
              </td>
              <td>
                <DependencyPath path={service.path} />
              </td>
              {hasAccounts && <td className="number">{service.accounts ? number(service.accounts) : <span className="soft">–</span>}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {stopped.some((service) => service.certainty === 'mayStop') && <p className="small soft">{translate('sovereignty.certainty.mayStop')}</p>}
    </section>
  );
}

/** What was reported on the day beside what the dependencies say: where they differ, the catalogue lacks something. */
function Reported({ reported }: { readonly reported: NonNullable<Outage['reported']> }) {
  const { translate } = useTranslator();
  const { data } = useQuery('catalogue.list', {});
  const names = useMemo(() => new Map(data?.products.map((product) => [product.id as string, product.name])), [data]);
  const listOf = (ids: readonly string[]) => (ids.length === 0 ? translate('common.none') : ids.map((id) => names.get(id) ?? id).join(', '));
  return (
    <section className="panel-section">
      <h3>{translate('registerPage.reported')}</h3>
      <dl className="axis-list">
        {(['down', 'notDown', 'missed', 'wrong'] as const).map((kind) => (
          <div key={kind}>
            <dt>{translate(`registerPage.reported.${kind}`)}</dt>
            <dd>{listOf(reported[kind])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
