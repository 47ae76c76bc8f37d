import type { Output } from '../../../../core/contract/contract.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useQuery } from '../../../core/useQuery.ts';
import { ScrollRegion } from '../../../parts/ScrollRegion.tsx';
import { useMatchText } from './useMatchText.ts';
import type { RuleDraft } from './ruleDraft.ts';

type Preview = Output<'inventory.previewNameRule'>;

/** What a rule would take if it were saved now, the most frequent first, and what each name is so far. */
export function RulePreview({ draft: { ruleId, pattern, text, publisher } }: { readonly draft: RuleDraft }) {
  const { translate } = useTranslator();
  const takes = { pattern, text: text.trim(), publisher, ...(ruleId === null ? {} : { ruleId }) };
  const { data, error } = useQuery('inventory.previewNameRule', takes.text === '' ? null : takes);
  return (
    <section className="rule-preview" aria-label={translate('inventoryPage.rules.preview')}>
      <h3>{translate('inventoryPage.rules.preview')}</h3>
      <p role="status">
        {error
          ? translate(error.messageKey, error.params)
          : data === undefined
            ? translate('inventoryPage.rules.previewEmpty')
            : translate('inventoryPage.rules.takes', { names: data.names, installations: data.installations })}
      </p>
      {data !== undefined && !error && <PreviewNames preview={data} />}
    </section>
  );
}

function PreviewNames({ preview: { names, rawNames, kept } }: { readonly preview: Preview }) {
  const { translate, number } = useTranslator();
  const matchText = useMatchText();
  return (
    <>
      {kept.names > 0 && (
        <p className="small soft">
          {translate('inventoryPage.rules.kept', {
            names: kept.names,
            rules: kept.by
              .map((rule) => `${translate(`common.namePattern.${rule.pattern}`)} ${translate('inventoryPage.rules.quoted', { text: rule.text })}`)
              .join(', '),
          })}
        </p>
      )}
      {rawNames.length > 0 && (
        <ScrollRegion className="rule-preview-names" label={translate('inventoryPage.rules.preview')}>
          <table className="rules-table">
            <thead>
              <tr>
                <th scope="col">{translate('inventoryPage.rawName')}</th>
                <th scope="col">{translate('inventoryPage.rules.before')}</th>
                <th scope="col" className="number">
                  {translate('inventoryPage.column.installations')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rawNames.map((row) => (
                <tr key={`${row.rawName}\n${row.publisher}\n${row.version}`}>
                  <th scope="row">
                    <span className="mono">{row.rawName}</span>
                    <span className="small soft">{[row.publisher, row.version].filter((part) => part !== '').join(' · ')}</span>
                  </th>
                  <td>{row.productName ?? matchText(row.match)}</td>
                  <td className="number">{number(row.installations)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {names > rawNames.length && <p className="small soft">{translate('inventoryPage.moreNames', { names: names - rawNames.length })}</p>}
    </>
  );
}
