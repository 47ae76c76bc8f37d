import { create } from 'zustand';

export const pageNames = ['start', 'inventory', 'mapping', 'register', 'timeline', 'costs', 'tracking', 'report', 'history'] as const;
export type PageName = (typeof pageNames)[number];

type Route = { readonly page: PageName; readonly detail: string | null; go(page: PageName, detail?: string | null): void };

function fromHash(): Pick<Route, 'page' | 'detail'> {
  const [name, ...rest] = window.location.hash.replace(/^#\/?/, '').split('/');
  const page = pageNames.find((candidate) => candidate === name) ?? 'start';
  return { page, detail: rest.length > 0 ? decodeURIComponent(rest.join('/')) : null };
}

/** The page that is shown, kept in the address so that Back works. */
export const useRoute = create<Route>()((set) => {
  window.addEventListener('hashchange', () => set(fromHash()));
  return {
    ...fromHash(),
    go: (page, detail = null) => {
      window.location.hash = `/${page}${detail === null ? '' : `/${encodeURIComponent(detail)}`}`;
      set({ page, detail });
    },
  };
});
