import { ArrowLeftRight, BookMarked, ChartGantt, CircleCheckBig, Coins, FileText, History, House, PackageSearch } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import { type PageName, pageNames, useRoute } from '../core/route.ts';
import { useTranslator } from '../core/settings.ts';
import { Spoken } from './Spoken.tsx';

const icons: Readonly<Record<PageName, ComponentType<{ size?: number; 'aria-hidden'?: boolean }>>> = {
  start: House,
  inventory: PackageSearch,
  mapping: ArrowLeftRight,
  register: BookMarked,
  timeline: ChartGantt,
  costs: Coins,
  tracking: CircleCheckBig,
  report: FileText,
  history: History,
};

export function Rail({ hasPlan }: { readonly hasPlan: boolean }) {
  const { translate } = useTranslator();
  const { page, go } = useRoute();
  const [chosen, setChosen] = useState<PageName | null>(null);
  return (
    <nav className="rail" aria-label={translate('window.pages')}>
      <ul>
        {pageNames.map((name) => {
          const Icon = icons[name];
          const isOpen = hasPlan || name === 'start' || name === 'register';
          return (
            <li key={name}>
              <button
                type="button"
                className="rail-item"
                title={translate(`window.page.${name}`)}
                aria-current={page === name ? 'page' : undefined}
                disabled={!isOpen}
                onClick={() => {
                  go(name);
                  setChosen(name);
                }}
              >
                <Icon size={20} aria-hidden />
                <span>{translate(`window.page.${name}`)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {/* The focus stays here, for whoever looks for a page: that another one is shown would go unheard. */}
      <Spoken text={chosen === page ? translate('window.shown', { page: translate(`window.page.${page}`) }) : ''} />
    </nav>
  );
}
