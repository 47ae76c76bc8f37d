import { appHost, appOrigin, appScheme } from './pageFile.ts';

/** A page's own files, and what it made itself in memory. */
export function isOwnRequest(address: string, areToolsAllowed: boolean): boolean {
  if (address.startsWith('data:') || address.startsWith(`blob:${appOrigin}/`)) return true;
  if (areToolsAllowed && address.startsWith('devtools://devtools/')) return true;
  return isOwnOrigin(address);
}

export function isOwnOrigin(address: string): boolean {
  try {
    const url = new URL(address);
    return url.protocol === `${appScheme}:` && url.host === appHost;
  } catch {
    return false;
  }
}

type Frame = { readonly url: string; readonly parent: unknown };
/** What is looked at of Electron's event. */
export type SentMessage = { readonly senderFrame: Frame | null; readonly sender: { readonly mainFrame: Frame } };

/**
 * Only the main frame of a page of ours may send messages. To be asked in a handler's first line: read later, the frame
 * may have gone to another page.
 */
export function isTrustedSender(event: SentMessage): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && frame.parent === null && isOwnOrigin(frame.url);
}

export function isHttps(address: string): boolean {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' && url.username === '' && url.password === '';
  } catch {
    return false;
  }
}
