import { useTranslator } from '../../core/settings.ts';
import { PageHeading } from '../../parts/PageHeading.tsx';

export function HistoryPage() {
  const { translate } = useTranslator();
  return <PageHeading title={translate('window.page.history')} />;
}
