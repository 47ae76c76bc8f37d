import { useDeferredValue, useState } from 'react';
import { namePatterns, type NamePattern } from '../../../../core/domain/catalogue/nameRules.ts';
import { useNotices } from '../../../core/notices.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useCommand } from '../../../core/useCommand.ts';
import { ChangeButton } from '../../../parts/ChangeButton.tsx';
import { ChangeFields } from '../../../parts/ChangeFields.tsx';
import { FormField } from '../../../parts/FormField.tsx';
import { ProductChoice } from '../ProductChoice.tsx';
import { RulePreview } from './RulePreview.tsx';
import { draftOf, type RuleDraft, savedRule } from './ruleDraft.ts';

type Props = { readonly first: RuleDraft; readonly onSaved: () => void; readonly onCancel: () => void };

const effects = ['product', 'noise', 'ownItem'] as const;
const whose = ['any', 'this', 'none'] as const;
type Whose = (typeof whose)[number];

/** One rule, and beside it what it would take now. */
export function NameRuleForm({ first, onSaved, onCancel }: Props) {
  const { translate } = useTranslator();
  const [draft, setDraft] = useState(first);
  const [from, setFrom] = useState<Whose>(first.publisher === null ? 'any' : first.publisher === '' ? 'none' : 'this');
  const save = useCommand('inventory.saveNameRule');
  const tell = useNotices((state) => state.tell);
  const change = (part: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...part }));
  const asked: RuleDraft = { ...draft, publisher: from === 'any' ? null : from === 'none' ? '' : (draft.publisher ?? '') };
  const shown = useDeferredValue(JSON.stringify(asked));
  const rule = savedRule(asked);
  const lacksPublisher = from === 'this' && (draft.publisher ?? '').trim() === '';

  const submit = async () => {
    if (rule === null || lacksPublisher) return;
    const done = await save.run(rule);
    if (!done) return;
    tell(done.labelKey, done.params, true);
    onSaved();
  };
  return (
    <div className="name-rule">
      <form
        className="name-rule-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h3>{translate(draft.ruleId === null ? 'inventoryPage.rules.new' : 'inventoryPage.rules.change')}</h3>
        <ChangeFields>
          <FormField label={translate('inventoryPage.rules.name')}>
            {(described) => (
              <select {...described} value={draft.pattern} onChange={(event) => change({ pattern: event.target.value as NamePattern })}>
                {namePatterns.map((pattern) => (
                  <option key={pattern} value={pattern}>
                    {translate(`common.namePattern.${pattern}`)}
                  </option>
                ))}
              </select>
            )}
          </FormField>
          <FormField label={translate('inventoryPage.rules.text')} help={translate(`inventoryPage.rules.help.${draft.pattern}`)}>
            {(described) => (
              // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write here
              <input {...described} autoFocus value={draft.text} maxLength={1000} required onChange={(event) => change({ text: event.target.value })} />
            )}
          </FormField>
          <FormField label={translate('inventoryPage.rules.whose')}>
            {(described) => (
              <select {...described} value={from} onChange={(event) => setFrom(event.target.value as Whose)}>
                {whose.map((one) => (
                  <option key={one} value={one}>
                    {translate(`inventoryPage.rules.whose.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </FormField>
          {from === 'this' && (
            <FormField label={translate('inventoryPage.rules.publisher')}>
              {(described) => (
                <input {...described} value={draft.publisher ?? ''} maxLength={1000} required onChange={(event) => change({ publisher: event.target.value })} />
              )}
            </FormField>
          )}
          <fieldset className="name-rule-effect">
            <legend>{translate('inventoryPage.rules.effect')}</legend>
            {effects.map((effect) => (
              <label key={effect}>
                <input type="radio" name="effect" checked={draft.effect === effect} onChange={() => change({ effect })} />
                {translate(`inventoryPage.rules.effect.${effect}`)}
              </label>
            ))}
          </fieldset>
          {draft.effect === 'product' && (
            <ProductChoice
              label={translate('inventoryPage.product')}
              hint={draft.text.split(/\s+/)[0]}
              value={draft.product}
              onChoose={(product) => change({ product })}
            />
          )}
        </ChangeFields>
        <div className="form-actions">
          <ChangeButton type="submit" className="button-primary" disabled={rule === null || lacksPublisher || save.isRunning}>
            {translate('inventoryPage.rules.save')}
          </ChangeButton>
          {draft.ruleId !== null && (
            <button type="button" className="button-quiet" onClick={onCancel}>
              {translate('window.cancel')}
            </button>
          )}
        </div>
      </form>
      <RulePreview draft={draftOf(JSON.parse(shown) as RuleDraft)} />
    </div>
  );
}
