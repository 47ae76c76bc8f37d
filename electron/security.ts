import { app, type Session, shell, type WebContents } from 'electron';
import { isHttps, isOwnOrigin, isOwnRequest } from './trust.ts';

/** Tells of everything that was refused; in ordinary work nothing is. */
export type RefusalLog = (what: 'request' | 'navigation' | 'window' | 'webview' | 'permission' | 'download' | 'message', detail: string) => void;

/** Before the program is ready. */
export function hardenProcess(): void {
  // Chromium refuses to run for root with its sandbox on; whoever starts it so has to say `--no-sandbox`, and `npm start` warns.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Bascule works without a network. What Chromium would fetch on its own finds neither a name nor a proxy.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
}

/** Whatever contents are made, by us or by a page: they stay where they are. */
export function hardenContents(log: RefusalLog): void {
  app.on('web-contents-created', (_event, contents) => {
    // Of the main frame and of every frame in it; prevented here, no `will-navigate` follows.
    contents.on('will-frame-navigate', (event) => {
      event.preventDefault();
      log('navigation', event.url);
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
      log('navigation', event.url);
    });
    contents.on('will-attach-webview', (event, _preferences, parameters) => {
      event.preventDefault();
      log('webview', String(parameters.src ?? ''));
    });
    contents.setWindowOpenHandler(({ url }) => {
      log('window', url);
      return { action: 'deny' };
    });
  });
}

export function hardenSession(session: Session, log: RefusalLog, areToolsAllowed: boolean): void {
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, callback) => {
    const isOurs = isOwnRequest(details.url, areToolsAllowed);
    if (!isOurs) log('request', details.url);
    callback({ cancel: !isOurs });
  });
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    const isGranted = isGrantedPermission(permission, details.requestingUrl, contents);
    if (!isGranted) log('permission', permission);
    callback(isGranted);
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => grantedPermissions.has(permission) && isOwnOrigin(requestingOrigin));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    event.preventDefault();
    log('download', item.getURL());
  });
}

/** Each with its reason; everything else is refused. */
const grantedPermissions: ReadonlySet<string> = new Set([
  'clipboard-sanitized-write', // "Copy as table"
]);

function isGrantedPermission(permission: string, requestingUrl: string, contents: WebContents | null): boolean {
  return grantedPermissions.has(permission) && contents !== null && isOwnOrigin(requestingUrl) && isOwnOrigin(contents.getURL());
}

/** The one way out of the program. The caller has looked the address up and asked the user. */
export async function openInBrowser(address: string): Promise<void> {
  if (!isHttps(address)) throw new Error('only https pages are opened');
  await shell.openExternal(address);
}
