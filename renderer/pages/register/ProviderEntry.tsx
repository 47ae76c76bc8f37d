import { Zap } from 'lucide-react';
import type { Output } from '../../../core/contract/contract.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ClaimList } from '../../parts/ClaimList.tsx';
import { DependencyPath } from './DependencyPath.tsx';
import { EntryLinks, type OpenEntry } from './EntryLinks.tsx';
import { useRegisterView } from './registerView.ts';

type ProviderEntryData = Extract<Output<'catalogue.get'>, { kind: 'provider' }>;

/** A provider: its law, what it depends on, who depends on it, and what of the plan would stop with it. */
export function ProviderEntry({ entry, hasPlan, onOpen }: { readonly entry: ProviderEntryData; readonly hasPlan: boolean; readonly onOpen: OpenEntry }) {
  const { translate } = useTranslator();
  const replay = useRegisterView((state) => state.replay);
  const { provider, claims, makes, dependents } = entry;
  return (
    <>
      {hasPlan && <InPlan providerId={provider.id} />}
      {hasPlan && (
        <button type="button" className="button to-outage" onClick={() => replay({ providerId: provider.id })}>
          <Zap size={16} aria-hidden /> {translate('registerPage.replayThis')}
        </button>
      )}
      <section className="panel-section">
        <h3>{translate('registerPage.statements', { claims: claims.length })}</h3>
        <ClaimList claims={claims} onOpen={(claim) => claim.subject && onOpen('provider', claim.subject.id)} />
      </section>
      {dependents.length > 0 && (
        <section className="panel-section">
          <h3>{translate('registerPage.dependents', { dependents: dependents.length })}</h3>
          <ul className="entry-links">
            {dependents.map((dependent) => (
              <li key={`${dependent.kind} ${dependent.id} ${dependent.through}`}>
                <button type="button" className="text-link" onClick={() => onOpen(dependent.kind, dependent.id)}>
                  {dependent.name}
                </button>{' '}
                <span className="small soft">{translate(`sovereignty.kind.${dependent.through}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {makes.length > 0 && (
        <section className="panel-section">
          <h3>{translate('registerPage.makes', { products: makes.length })}</h3>
          <EntryLinks entries={makes} entry="product" onOpen={onOpen} />
        </section>
      )}
    </>
  );
}

const shownItems = 12;

/** The plan's items that reach this provider today, each with the way that leads there. */
function InPlan({ providerId }: { readonly providerId: string }) {
  const { translate, number } = useTranslator();
  const { data } = useQuery('sovereignty.getExposure', { at: null });
  if (!data) return null;
  const total = data.providers.find((candidate) => candidate.providerId === providerId);
  const items = data.items
    .flatMap((item) => item.providers.filter((reached) => reached.providerId === providerId).map((reached) => ({ ...item, reached })))
    .sort((one, other) => other.accounts - one.accounts || one.name.localeCompare(other.name));
  return (
    <section className="panel-section">
      <h3>{translate('registerPage.inPlan')}</h3>
      {total === undefined ? (
        <p>{translate('registerPage.notInPlan')}</p>
      ) : (
        <>
          <p>
            {translate(total.accountsAtMost > total.accounts ? 'registerPage.exposedBetween' : 'registerPage.exposed', {
              items: total.items,
              accounts: total.accounts,
              atMost: total.accountsAtMost,
            })}
          </p>
          <ul className="path-list">
            {items.slice(0, shownItems).map(({ itemId, name, accounts, reached }) => (
              <li key={itemId}>
                <span className="path-head">
                  <strong>{name}</strong>
                  <span className="number">{accounts > 0 ? translate('common.accounts', { accounts }) : ''}</span>
                </span>
                <DependencyPath path={reached.path} />
                <span className="small soft">{translate(`sovereignty.reach.${reached.reach}`)}</span>
              </li>
            ))}
          </ul>
          {items.length > shownItems && <p className="small soft">{translate('registerPage.andMore', { items: number(items.length - shownItems) })}</p>}
        </>
      )}
    </section>
  );
}
