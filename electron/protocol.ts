import { protocol } from 'electron';
import { answerPage } from './answerPage.ts';
import { appScheme } from './pageFile.ts';

/** Before the program is ready, and once: all schemes in one call. No exemption from the content security policy, no service workers. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

export function servePages(folder: string): void {
  protocol.handle(appScheme, (request) => answerPage(folder, request));
}
