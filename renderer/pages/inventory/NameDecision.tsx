import type { Output } from '../../../core/contract/contract.ts';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { AssignForm, firstWord } from './AssignForm.tsx';
import { draftOf, type RuleDraft } from './nameRules/ruleDraft.ts';

type RawNameRow = Output<'inventory.listRawNames'>['rawNames'][number];
type Props = { readonly name: RawNameRow; readonly onRule: (draft: RuleDraft) => void; readonly onDone: () => void };

const candidatesShown = 3;

/** One name, decided with one click: one of the nearest products, noise, an item of its own; or a rule for more names than this. */
export function NameDecision({ name, onRule, onDone }: Props) {
  const { translate } = useTranslator();
  const { rawName, publisher } = name;
  const tell = useNotices((state) => state.tell);
  const assign = useCommand('inventory.assignNames');
  const save = useCommand('inventory.saveNameRule');
  const { data } = useQuery('catalogue.search', { text: firstWord(rawName).slice(0, 200) });
  const isRunning = assign.isRunning || save.isRunning;

  const choose = async (productId: NonNullable<typeof data>['products'][number]['id'], product: string) => {
    const done = await assign.run({ names: [{ rawName, publisher }], productId });
    if (!done) return;
    tell('inventoryPage.assigned', { name: rawName, product, names: Math.max(1, done.changed) }, true);
    onDone();
  };
  const decide = async (kind: 'noise' | 'ownItem') => {
    const done = await save.run({ pattern: 'exact', text: rawName, publisher, effect: { kind } });
    if (!done) return;
    tell('inventoryPage.assigned', { name: rawName, product: translate(`common.nameEffect.${kind}`), names: Math.max(1, done.changed) }, true);
    onDone();
  };
  const candidates = data?.products.slice(0, candidatesShown) ?? [];
  return (
    <div className="raw-name-decision">
      <AssignForm name={rawName} names={[name]} itemId={name.itemId} hasFocus onDone={onDone} />
      {candidates.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: buttons that belong together are no fields of a form
        <div className="form-actions" role="group" aria-label={translate('inventoryPage.nearest')}>
          {candidates.map((product) => (
            <ChangeButton key={product.id} type="button" className="button" disabled={isRunning} onClick={() => void choose(product.id, product.name)}>
              {product.name}
            </ChangeButton>
          ))}
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div className="form-actions" role="group" aria-label={translate('inventoryPage.otherwise')}>
        <ChangeButton type="button" className="button-quiet" disabled={isRunning} onClick={() => void decide('noise')}>
          {translate('inventoryPage.decideName.noise')}
        </ChangeButton>
        <ChangeButton type="button" className="button-quiet" disabled={isRunning} onClick={() => void decide('ownItem')}>
          {translate('inventoryPage.decideName.ownItem')}
        </ChangeButton>
        <button type="button" className="button-quiet" onClick={() => onRule(draftOf({ text: rawName }))}>
          {translate('inventoryPage.rules.forMore')}
        </button>
      </div>
    </div>
  );
}
