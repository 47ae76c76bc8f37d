import type { ProductId } from '../../../core/domain/ids.ts';
import { AppError } from '../../../core/contract/errors.ts';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { ChosenBar } from '../../parts/ChosenBar.tsx';
import { nothingChosen } from '../../parts/chosenRows.ts';
import { ProductButton } from './ProductButton.tsx';
import type { ProductLine } from './ProductChoice.tsx';
import { namesOfKeys, useRawNameList } from './rawNameList.ts';

type Props = {
  readonly total: number;
  /** The rows of the list from an offset on; undefined when the core could not answer. */
  readonly askKeys: (offset: number, limit: number) => Promise<readonly string[] | undefined>;
};

/** What one command takes; more names than this are the work of a rule. */
const mostNames = 1000;

/** One product for all names that are chosen. */
export function ChosenNames({ total, askKeys }: Props) {
  const { translate } = useTranslator();
  const { chosen, choose } = useRawNameList();
  const tell = useNotices((state) => state.tell);
  const fail = useNotices((state) => state.fail);
  const { run, isRunning } = useCommand('inventory.assignNames');
  const assign = async (product: ProductLine) => {
    const keys = chosen.isAll ? (await askKeys(0, total))?.filter((key) => !chosen.keys.has(key)) : [...chosen.keys];
    if (keys === undefined || keys.length === 0) return;
    const names = namesOfKeys(keys);
    if (names.length > mostNames) {
      fail(new AppError('invalid', 'inventoryPage.tooManyNames', { params: { most: mostNames, chosen: names.length } }));
      return;
    }
    const done = await run({ names, productId: product.id as ProductId });
    if (!done) return;
    tell('inventoryPage.namesAssigned', { chosen: names.length, product: product.name, names: done.changed }, done.changed > 0);
    choose(nothingChosen);
  };
  return (
    <ChosenBar chosen={chosen} choose={choose} total={total}>
      <ProductButton
        word={translate('inventoryPage.assignChosen')}
        label={translate('inventoryPage.product')}
        submit={translate('inventoryPage.assign')}
        isDisabled={isRunning}
        onChoose={(product) => void assign(product)}
      />
    </ChosenBar>
  );
}
