import { protocol } from 'electron';
import { answerPage } from './answerPage.ts';
import { appScheme } from './pageFile.ts';

/** Before the program is ready, and once: all schemes in one call. No exemption from the content security policy, no service workers. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/**
 * Not `protocol.handle`: it speaks in `Request` and `Response`, and for the first of them Node loads a whole HTTP client,
 * 40 ms in which no window gets its page. Both stand side by side in Electron from 25 to 45.
 */
export function servePages(folder: string): void {
  protocol.registerBufferProtocol(appScheme, (request, answer) => void answerPage(folder, request).then(answer));
}
