import type { Output } from '../../../core/contract/contract.ts';
import { countryName } from '../../core/countryName.ts';
import { useTranslator } from '../../core/settings.ts';
import { today } from '../../core/today.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ClaimList, ClaimSource } from '../../parts/ClaimList.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { TrackDot } from '../../parts/TrackDot.tsx';
import { AxisValues, ExitWord, LicenceWord, SupportWord } from './AxisCell.tsx';
import { EntryLinks, type OpenEntry } from './EntryLinks.tsx';
import { ProviderEntry } from './ProviderEntry.tsx';

type Entry = Output<'catalogue.get'>;
type ProductEntryData = Extract<Entry, { kind: 'product' }>;

type EntryPanelProps = {
  readonly id: string;
  readonly entry: 'product' | 'provider';
  readonly hasPlan: boolean;
  readonly onOpen: OpenEntry;
  readonly onClose: () => void;
};

/** One entry of the catalogue with every statement about it. */
export function EntryPanel({ id, entry, hasPlan, onOpen, onClose }: EntryPanelProps) {
  const { translate, locale } = useTranslator();
  const { data, error } = useQuery('catalogue.get', { id, locale, entry });
  const title =
    data === undefined ? translate(error ? 'registerPage.entryGone' : 'window.loading') : data.kind === 'product' ? data.product.name : data.provider.name;
  return (
    <SidePanel title={title} onClose={onClose}>
      {error && <p>{translate(error.messageKey, error.params)}</p>}
      {!error && data?.kind === 'product' && <ProductEntry entry={data} onOpen={onOpen} />}
      {!error && data?.kind === 'provider' && <ProviderEntry entry={data} hasPlan={hasPlan} onOpen={onOpen} />}
    </SidePanel>
  );
}

function ProductEntry({ entry, onOpen }: { readonly entry: ProductEntryData; readonly onOpen: OpenEntry }) {
  const { translate } = useTranslator();
  const { product, summary, claims, replacedBy, includes, aliases } = entry;
  return (
    <>
      <section className="panel-section">
        <p className="entry-identity soft">
          <span>{translate(`registerPage.kind.${product.kind}`)}</span>
          <TrackDot track={product.track} />
          <button type="button" className="text-link" onClick={() => onOpen('provider', product.vendor)}>
            {product.vendorName}
          </button>
        </p>
        <p>{summary}</p>
      </section>
      <AxesSection entry={entry} />
      {includes.length > 0 && (
        <section className="panel-section">
          <h3>{translate('registerPage.includes')}</h3>
          <EntryLinks entries={includes} entry="product" onOpen={onOpen} />
        </section>
      )}
      {replacedBy.length > 0 && (
        <section className="panel-section">
          <h3>{translate('registerPage.replacedBy')}</h3>
          <ul>
            {replacedBy.map((candidate) => (
              <li key={candidate.id} className="claim">
                <button type="button" className="text-link" onClick={() => onOpen('product', candidate.id)}>
                  {candidate.name}
                </button>{' '}
                <span className="small soft">{candidate.licence}</span>
                <ClaimSource claim={candidate.claim} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel-section">
        <h3>{translate('registerPage.statements', { claims: claims.length })}</h3>
        <ClaimList claims={claims} onOpen={(claim) => claim.subject && onOpen(claim.about === 'dependsOn' ? 'provider' : 'product', claim.subject.id)} />
      </section>
      {aliases.length > 0 && (
        <details className="entry-aliases">
          <summary>{translate('registerPage.aliases', { aliases: aliases.length })}</summary>
          <p className="small soft mono">{aliases.join(', ')}</p>
        </details>
      )}
    </>
  );
}

function AxesSection({ entry: { axes, product } }: { readonly entry: ProductEntryData }) {
  const { translate, locale } = useTranslator();
  const row = (id: string, content: React.ReactNode) => (
    <div key={id}>
      <dt>{translate(`registerPage.axis.${id}`)}</dt>
      <dd>{content}</dd>
    </div>
  );
  return (
    <section className="panel-section">
      <h3>{translate('registerPage.axes')}</h3>
      <dl className="axis-list">
        {row('law', <AxisValues axis={axes.law} freeKey="registerPage.free" nameOf={(code) => countryName(locale, code) ?? translate('common.unknown')} />)}
        {row('ownership', <AxisValues axis={axes.ownership} freeKey="registerPage.free" />)}
        {row('hosting', <AxisValues axis={axes.hosting} freeKey="registerPage.freeHosting" />)}
        {row('subProviders', <AxisValues axis={axes.subProviders} freeKey="registerPage.free" />)}
        {row('updates', <AxisValues axis={axes.updates} freeKey="registerPage.freeUpdates" />)}
        {row('licence', <LicenceWord licence={axes.licence} />)}
        {row('support', <SupportWord support={axes.support} today={today()} />)}
        {row('exit', <ExitWord exit={axes.exit} isProprietary={product.kind !== 'openSource'} />)}
      </dl>
    </section>
  );
}
