import { useState } from 'react';
import { Download, Pencil, Trash2, Upload } from 'lucide-react';
import type { Output } from '../../../../core/contract/contract.ts';
import type { NameRuleId } from '../../../../core/domain/ids.ts';
import { useNotices } from '../../../core/notices.ts';
import { useAsk } from '../../../core/useAsk.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useCommand } from '../../../core/useCommand.ts';
import { useQuery } from '../../../core/useQuery.ts';
import type { ProductLine } from '../ProductChoice.tsx';
import type { RuleDraft } from './ruleDraft.ts';
import { RemovalNote, type Removal } from './RemovalNote.tsx';
import { useRuleFiles } from './useRuleFiles.ts';

type Rule = Output<'inventory.listNameRules'>[number];
type Props = {
  readonly edited: NameRuleId | null;
  readonly onEdit: (draft: RuleDraft) => void;
  readonly onRemoved: (id: NameRuleId) => void;
};

/** All rules of the plan with what each of them takes now. */
export function NameRuleList({ edited, onEdit, onRemoved }: Props) {
  const { translate } = useTranslator();
  const { data: rules } = useQuery('inventory.listNameRules', {});
  const files = useRuleFiles();
  return (
    <section className="name-rule-list" aria-label={translate('inventoryPage.rules.list')}>
      <header className="name-rules-head">
        <h3>{translate('inventoryPage.rules.list')}</h3>
        <div className="form-actions">
          <button type="button" className="button-quiet" onClick={() => void files.onImport()}>
            <Upload size={16} aria-hidden />
            {translate('inventoryPage.rules.import')}
          </button>
          <button type="button" className="button-quiet" disabled={rules === undefined || rules.length === 0} onClick={() => void files.onExport()}>
            <Download size={16} aria-hidden />
            {translate('inventoryPage.rules.export')}
          </button>
        </div>
      </header>
      {rules?.length === 0 && <p className="soft">{translate('inventoryPage.rules.none')}</p>}
      {rules !== undefined && rules.length > 0 && <RuleTable rules={rules} edited={edited} onEdit={onEdit} onRemoved={onRemoved} />}
    </section>
  );
}

function RuleTable({ rules, edited, onEdit, onRemoved }: Props & { readonly rules: readonly Rule[] }) {
  const { translate, number } = useTranslator();
  const remove = useCommand('inventory.removeNameRule');
  const tell = useNotices((state) => state.tell);
  const askRemoval = useAsk('inventory.previewRuleRemoval');
  const [asked, setAsked] = useState<{ readonly rule: Rule; readonly removal: Removal } | null>(null);
  /** What can be taken back whole is done at once; where something stays behind, that is said first. */
  const onAsk = async (rule: Rule) => {
    const removal = await askRemoval({ ruleId: rule.id });
    if (removal === undefined) return;
    if (removal.stays.length === 0) await onRemove(rule.id);
    else setAsked({ rule, removal });
  };
  const onRemove = async (ruleId: NameRuleId) => {
    setAsked(null);
    const done = await remove.run({ ruleId });
    if (!done) return;
    tell(done.labelKey, done.params, true);
    onRemoved(ruleId);
  };
  const nameOf = ({ pattern, text }: Rule) => `${translate(`common.namePattern.${pattern}`)} ${translate('inventoryPage.rules.quoted', { text })}`;
  return (
    <>
      {asked && (
        <RemovalNote
          name={translate('inventoryPage.rules.quoted', { text: asked.rule.text })}
          removal={asked.removal}
          onRemove={() => void onRemove(asked.rule.id)}
          onKeep={() => setAsked(null)}
        />
      )}
      <table className="rules-table">
        <thead>
          <tr>
            <th scope="col">{translate('inventoryPage.rules.name')}</th>
            <th scope="col">{translate('inventoryPage.column.vendor')}</th>
            <th scope="col">{translate('inventoryPage.rules.effect')}</th>
            <th scope="col" className="number">
              {translate('inventoryPage.rules.names')}
            </th>
            <th scope="col" className="number">
              {translate('inventoryPage.column.installations')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id} aria-current={rule.id === edited ? 'true' : undefined}>
              <th scope="row">{nameOf(rule)}</th>
              <td>{rule.publisher === null ? translate('inventoryPage.rules.whose.any') : rule.publisher || translate('inventoryPage.rules.whose.none')}</td>
              <td>{effectText(rule)}</td>
              <td className="number">{number(rule.names)}</td>
              <td className="number">{number(rule.installations)}</td>
              <td className="rules-actions">
                <button
                  type="button"
                  className="icon-button"
                  aria-label={translate('inventoryPage.rules.changeOne', { rule: nameOf(rule) })}
                  title={translate('inventoryPage.rules.change')}
                  onClick={() => onEdit(asDraft(rule))}
                >
                  <Pencil size={16} aria-hidden />
                </button>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={translate('inventoryPage.rules.removeOne', { rule: nameOf(rule) })}
                  title={translate('inventoryPage.rules.remove')}
                  disabled={remove.isRunning}
                  onClick={() => void onAsk(rule)}
                >
                  <Trash2 size={16} aria-hidden />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );

  function effectText({ effect, productName }: Rule): string {
    if (effect.kind !== 'product') return translate(`common.nameEffect.${effect.kind}`);
    return productName ?? translate('inventoryPage.rules.productUnknown', { product: effect.productId });
  }
}

function asDraft({ id, pattern, text, publisher, effect, productName }: Rule): RuleDraft {
  const product = effect.kind === 'product' ? ({ id: effect.productId, name: productName ?? effect.productId } as ProductLine) : null;
  return { ruleId: id, pattern, text, publisher, effect: effect.kind, product };
}
