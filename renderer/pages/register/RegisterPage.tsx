import { Search } from 'lucide-react';
import { useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { PageHeading } from '../../parts/PageHeading.tsx';
import { EntryPanel } from './EntryPanel.tsx';
import { ExposureTab } from './ExposureTab.tsx';
import { OutageTab } from './OutageTab.tsx';
import { ProductsTab } from './ProductsTab.tsx';
import { ProvidersTab } from './ProvidersTab.tsx';
import { detailOf, entryOf, type RegisterTab, registerTabs, useRegisterView } from './registerView.ts';
import '../../parts/filters.css';
import './register.css';

const contents: Readonly<Record<RegisterTab, React.ComponentType<{ readonly hasPlan: boolean }>>> = {
  products: ProductsTab,
  providers: ProvidersTab,
  exposure: ExposureTab,
  outage: OutageTab,
};

export function RegisterPage() {
  const { translate } = useTranslator();
  const { detail, go } = useRoute();
  const { tab, show } = useRegisterView();
  const plan = useQuery('plan.get', {});
  const check = useQuery('catalogue.check', {});
  const hasPlan = plan.data !== undefined && plan.error === undefined;
  // An address that names a provider opens the page where providers stand.
  useEffect(() => {
    const { tab: now, show: open } = useRegisterView.getState();
    if (detail?.startsWith('provider:') && now === 'products') open('providers');
  }, [detail]);
  const { data } = check;
  return (
    <>
      <PageHeading
        title={translate('window.page.register')}
        lead={
          data
            ? translate('registerPage.lead', {
                products: data.products,
                replacements: data.replacements,
                services: data.services,
                providers: data.providers,
                claims: data.claims,
                unverified: data.claimsByConfidence.unverified ?? 0,
              })
            : ' '
        }
      />
      <Tabs className="register-tabs" selectedKey={tab} onSelectionChange={(key) => show(registerTabs.find((name) => name === key) ?? 'products')}>
        <div className="tab-bar">
          <TabList className="tab-list" aria-label={translate('registerPage.tabs')}>
            {registerTabs.map((name) => (
              <Tab key={name} id={name} className="tab">
                {translate(`registerPage.tab.${name}`)}
              </Tab>
            ))}
          </TabList>
          {(tab === 'products' || tab === 'providers') && (
            <RegisterSearch label={translate(tab === 'products' ? 'registerPage.filter.search' : 'registerPage.filter.searchProvider')} />
          )}
        </div>
        {registerTabs.map((name) => {
          const Content = contents[name];
          return (
            <TabPanel key={name} id={name} className="tab-panel">
              <Content hasPlan={hasPlan} />
            </TabPanel>
          );
        })}
      </Tabs>
      {detail !== null && (
        <EntryPanel
          key={detail}
          {...entryOf(detail)}
          hasPlan={hasPlan}
          onOpen={(entry, id) => go('register', detailOf(entry, id))}
          onClose={() => go('register')}
        />
      )}
    </>
  );
}

function RegisterSearch({ label }: { readonly label: string }) {
  const { search, setSearch } = useRegisterView();
  return (
    <label className="field search-field">
      <Search size={16} aria-hidden />
      <span className="visually-hidden">{label}</span>
      <input type="search" value={search} maxLength={200} placeholder={label} onChange={(event) => setSearch(event.target.value)} />
    </label>
  );
}
