import { useNotices } from '../../../core/notices.ts';
import { useServices } from '../../../core/services.tsx';
import { useTranslator } from '../../../core/settings.ts';
import { asAppError, useJob } from '../../../core/useCommand.ts';

/** Rules to a file and out of one. */
export function useRuleFiles(): { readonly onExport: () => Promise<void>; readonly onImport: () => Promise<void> } {
  const { translate } = useTranslator();
  const { shell } = useServices();
  const { tell, fail } = useNotices();
  const write = useJob('inventory.exportNameRules');
  const read = useJob('inventory.importNameRules');
  return {
    async onExport() {
      try {
        const name = `${translate('inventoryPage.rules.fileName')}.json`;
        const place = await shell.choosePlace('json', name);
        if (place === null) return;
        const done = await write.run({ target: place.handle }, 'inventoryPage.rules.exportJob');
        if (!done) return;
        tell('inventoryPage.rules.exported', { rules: done.rules, file: name });
        await shell.deliver(place);
      } catch (error) {
        fail(asAppError(error));
      }
    },
    async onImport() {
      try {
        const [file] = await shell.chooseFiles('json', false);
        if (file === undefined) return;
        const done = await read.run({ file: file.handle }, 'inventoryPage.rules.importJob');
        if (!done) return;
        const { added, replaced, unchanged, leftOut } = done;
        tell('inventoryPage.rules.imported', { added, replaced, unchanged }, added + replaced > 0);
        const texts = leftOut.slice(0, 5).map(({ text, productId }) => `${text} (${productId})`);
        if (leftOut.length > 0) tell('inventoryPage.rules.leftOut', { count: leftOut.length, texts: texts.join(', ') });
      } catch (error) {
        fail(asAppError(error));
      }
    },
  };
}
