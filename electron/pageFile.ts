import { isAbsolute, join, relative } from 'node:path';

export const appScheme = 'app';
export const appHost = 'bascule';
export const appOrigin = `${appScheme}://${appHost}`;
export const startAddress = `${appOrigin}/index.html`;

/** The file of an address of ours, or null for any other. Compared with `path.relative`, because a prefix also fits a neighbour. */
export function pageFile(folder: string, address: string): string | null {
  let path: string;
  try {
    const url = new URL(address);
    if (url.protocol !== `${appScheme}:` || url.host !== appHost || url.username !== '' || url.password !== '') return null;
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  // Both separators, on every system: a backslash is one on Windows, and no name of ours has it.
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = join(folder, path === '/' ? 'index.html' : path);
  const inside = relative(folder, file);
  return inside === '' || inside === '..' || inside.startsWith('../') || inside.startsWith('..\\') || isAbsolute(inside) ? null : file;
}
