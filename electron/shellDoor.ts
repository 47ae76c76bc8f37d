import { BrowserWindow, ipcMain } from 'electron';
import { AppError, toWireError } from '../core/contract/errors.ts';
import { type ShellAnswer, shellChannels } from '../core/contract/shellBridge.ts';
import type { RefusalLog } from './security.ts';
import { isTrustedSender } from './trust.ts';

export type ShellMethods = { readonly [Name in keyof typeof shellChannels]: (window: BrowserWindow, ...given: unknown[]) => Promise<unknown> };

/** The one door for messages from windows. Every answer is data; every refusal says so. */
export function openShellDoor(methods: ShellMethods, log: RefusalLog, logFailure: (error: unknown) => void): void {
  for (const name of Object.keys(shellChannels) as (keyof ShellMethods)[]) {
    ipcMain.handle(shellChannels[name], async (event, ...given): Promise<ShellAnswer<unknown>> => {
      const isTrusted = isTrustedSender(event);
      const window = BrowserWindow.fromWebContents(event.sender);
      if (!isTrusted || window === null) {
        log('message', name);
        return refusal(new AppError('invalid', 'shell.senderRefused'));
      }
      try {
        return { ok: true, value: (await methods[name](window, ...given)) ?? null };
      } catch (error) {
        if (error instanceof AppError) return refusal(error);
        logFailure(error);
        return refusal(new AppError('internal', 'error.internal', { params: { traceId: '' } }));
      }
    });
  }
}

function refusal(error: AppError): ShellAnswer<never> {
  return { ok: false, error: toWireError(error) };
}
