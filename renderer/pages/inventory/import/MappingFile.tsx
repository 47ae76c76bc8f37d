import { FileDown, FileUp } from 'lucide-react';
import { fitColumns } from '../../../../core/domain/inventory/fitColumns.ts';
import { useNotices } from '../../../core/notices.ts';
import { useServices } from '../../../core/services.tsx';
import { useTranslator } from '../../../core/settings.ts';
import { asAppError, useJob } from '../../../core/useCommand.ts';
import type { Mapping } from './importFilesView.ts';

type Props = { readonly headings: readonly string[]; readonly mapping: Mapping; readonly onRead: (mapping: Mapping) => void };

/** Keeps the columns that a person named in a file, for the next list and for colleagues, and takes them from one. */
export function MappingFile({ headings, mapping, onRead }: Props) {
  const { translate } = useTranslator();
  const { shell } = useServices();
  const { tell, fail } = useNotices();
  const save = useJob('inventory.saveMapping');
  const read = useJob('inventory.readMapping');

  const onSave = async () => {
    try {
      const place = await shell.choosePlace('json', translate('inventoryPage.import.mappingName', { kind: translate(`inventoryPage.kind.${mapping.kind}`) }));
      if (place === null || !(await save.run({ target: place.handle, mapping }, 'inventoryPage.import.saveColumns'))) return;
      await shell.deliver(place);
      tell('inventoryPage.import.columnsSaved', { file: place.name });
    } catch (error) {
      fail(asAppError(error));
    }
  };
  const onChoose = async () => {
    try {
      const [file] = await shell.chooseFiles('json', false);
      const done = file && (await read.run({ file: file.handle }, 'inventoryPage.import.readColumns'));
      if (!done) return;
      const fitting: Mapping = { ...done.mapping, columns: fitColumns(done.mapping.columns, headings) };
      const all = Object.keys(done.mapping.columns).length;
      const found = Object.keys(fitting.columns).length;
      if (found > 0) onRead(fitting);
      tell(found > 0 ? 'inventoryPage.import.columnsRead' : 'inventoryPage.import.columnsFitNot', { file: file.name, found, all });
    } catch (error) {
      fail(asAppError(error));
    }
  };
  return (
    <div className="column-mapping-file">
      <button type="button" className="button-quiet" onClick={() => void onChoose()}>
        <FileUp size={16} aria-hidden />
        {translate('inventoryPage.import.readColumns')}
      </button>
      <button type="button" className="button-quiet" disabled={Object.keys(mapping.columns).length === 0} onClick={() => void onSave()}>
        <FileDown size={16} aria-hidden />
        {translate('inventoryPage.import.saveColumns')}
      </button>
    </div>
  );
}
