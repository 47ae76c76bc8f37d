import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslator } from '../../../core/settings.ts';
import { StatusMark } from '../../../parts/StatusMark.tsx';

type Props = { readonly format: string; readonly files: number; readonly isOpen: boolean; readonly onToggle: () => void };

/** Many files that are read alike, in one row that opens. */
export function GroupLine({ format, files, isOpen, onToggle }: Props) {
  const { translate } = useTranslator();
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <div className="import-file-head">
      <div>
        <p className="import-file-name">
          <strong>{translate('inventoryPage.import.alike', { files })}</strong>
        </p>
        <p className="small">
          <StatusMark state="done" label={translate(`format.${format}`)} />
        </p>
      </div>
      <div className="import-file-actions">
        <button type="button" className="button-quiet" aria-expanded={isOpen} onClick={onToggle}>
          <Arrow size={16} aria-hidden />
          {translate(isOpen ? 'inventoryPage.import.closeAlike' : 'inventoryPage.import.openAlike')}
        </button>
      </div>
    </div>
  );
}
