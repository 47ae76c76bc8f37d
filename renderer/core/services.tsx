import { createContext, type ReactNode, useContext } from 'react';
import type { Shell } from '../../core/contract/shell.ts';
import type { CoreConnection } from './coreConnection.ts';
import type { QueryCache } from './queryCache.ts';

export type Services = { readonly connection: CoreConnection; readonly cache: QueryCache; readonly shell: Shell; readonly lostKey: string };

const ServicesContext = createContext<Services | null>(null);

export function ServicesProvider({ services, children }: { readonly services: Services; readonly children: ReactNode }) {
  return <ServicesContext value={services}>{children}</ServicesContext>;
}

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('outside of ServicesProvider');
  return services;
}
