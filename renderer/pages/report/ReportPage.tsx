import { useTranslator } from '../../core/settings.ts';
import { PageHeading } from '../../parts/PageHeading.tsx';

export function ReportPage() {
  const { translate } = useTranslator();
  return <PageHeading title={translate('window.page.report')} />;
}
