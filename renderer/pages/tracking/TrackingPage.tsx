import { useTranslator } from '../../core/settings.ts';
import { PageHeading } from '../../parts/PageHeading.tsx';

export function TrackingPage() {
  const { translate } = useTranslator();
  return <PageHeading title={translate('window.page.tracking')} />;
}
