import type { Output } from '../../../../core/contract/contract.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useImportFiles } from './importFilesView.ts';

type Report = Output<'inventory.previewImport'>;

/** Of which earlier list each list is the next state, and what becomes of accounts that are gone; the choice can be put right. */
export function SourceChoices({ report }: { readonly report: Report }) {
  const { translate } = useTranslator();
  const { goneAccounts, chooseSource, chooseGoneAccounts } = useImportFiles();
  const followed = report.sources.filter((source) => source.candidates.length > 0);
  if (followed.length === 0) return null;
  return (
    <section className="import-sources">
      <h3>{translate('inventoryPage.source.heading')}</h3>
      <ul>
        {followed.map(({ form, sourceId, candidates, share, listedBefore, isPartial }) => {
          const [format = '', kind] = form.split(' ');
          const list = kind === undefined ? translate(`format.${format}`) : translate(`inventoryPage.kind.${kind}`);
          return (
            <li key={form}>
              <label className="field">
                <span>{list}</span>
                <select value={sourceId ?? 'new'} onChange={(event) => chooseSource(form, event.target.value)}>
                  {candidates.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {translate('inventoryPage.source.follows', { name })}
                    </option>
                  ))}
                  <option value="new">{translate('inventoryPage.source.own')}</option>
                </select>
              </label>
              <p className="small soft">
                {sourceId === null
                  ? translate('inventoryPage.source.ownNote')
                  : translate(isPartial ? 'inventoryPage.source.partialNote' : 'inventoryPage.source.followsNote', { share: share ?? 1, listed: listedBefore })}
              </p>
            </li>
          );
        })}
      </ul>
      {report.accounts.gone > 0 && (
        <label className="field">
          <span>{translate('inventoryPage.source.gone', { accounts: report.accounts.gone })}</span>
          <select value={goneAccounts} onChange={(event) => chooseGoneAccounts(event.target.value === 'disable' ? 'disable' : 'keep')}>
            <option value="keep">{translate('inventoryPage.source.keep')}</option>
            <option value="disable">{translate('inventoryPage.source.disable')}</option>
          </select>
        </label>
      )}
    </section>
  );
}
