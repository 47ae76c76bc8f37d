import { dirname, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter, type MessageBoxOptions } from 'electron';
import type { AppError } from '../core/contract/errors.ts';
import type { FileKind } from '../core/contract/shell.ts';
import type { Translator } from '../core/i18n/translate.ts';
import type { FoundSource } from './coreMessages.ts';
import type { KeptSettings } from './keptSettings.ts';
import { fileEndings } from './shellInput.ts';

export type Dialogs = {
  /** Empty when the user changed their mind. */
  chooseFiles(window: BrowserWindow, kind: FileKind, isMany: boolean): Promise<readonly string[]>;
  choosePlace(window: BrowserWindow, kind: FileKind, name: string): Promise<string | null>;
  tellProblem(window: BrowserWindow | null, error: AppError): Promise<void>;
  /** Somebody has the plan open; may it be opened to read? */
  offerToRead(window: BrowserWindow | null, error: AppError): Promise<boolean>;
  agreeToLink(window: BrowserWindow, source: FoundSource): Promise<boolean>;
  agreeToRestart(): Promise<boolean>;
};

export function createDialogs(translator: () => Translator, kept: KeptSettings): Dialogs {
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}) => translator().translate(key, params);
  const filters = (kind: FileKind): FileFilter[] => {
    const endings = [...fileEndings[kind]];
    const all = { name: say('shell.allFiles'), extensions: ['*'] };
    return endings.length === 0 ? [all] : [{ name: say(`shell.kind.${kind}`), extensions: endings }, all];
  };
  const startFolder = () => kept.current.lastFolder ?? app.getPath('documents');
  const ask = async (window: BrowserWindow | null, options: MessageBoxOptions) =>
    (await (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options))).response;

  return {
    async chooseFiles(window, kind, isMany) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: say(kind === 'plan' ? 'shell.choosePlan' : kind === 'folder' ? 'shell.chooseFolder' : 'shell.chooseFiles'),
        defaultPath: startFolder(),
        ...(kind === 'folder' ? {} : { filters: filters(kind) }),
        // Windows and Linux have no dialog for files and folders alike.
        properties: [kind === 'folder' ? 'openDirectory' : 'openFile', ...(isMany ? ['multiSelections' as const] : [])],
      });
      if (canceled || filePaths[0] === undefined) return [];
      kept.change({ lastFolder: dirname(filePaths[0]) });
      return filePaths;
    },
    async choosePlace(window, kind, name) {
      const ending = fileEndings[kind][0];
      const withEnding = ending === undefined || extname(name) === `.${ending}` ? name : `${name}.${ending}`;
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: say('shell.choosePlace'),
        defaultPath: join(startFolder(), withEnding),
        filters: filters(kind),
        // A plan is never written over: the core refuses a file that is there.
        properties: kind === 'plan' ? [] : ['showOverwriteConfirmation'],
      });
      if (canceled || filePath === '') return null;
      kept.change({ lastFolder: dirname(filePath) });
      // Linux takes the name as it was typed.
      return ending === undefined || extname(filePath) !== '' ? filePath : `${filePath}.${ending}`;
    },
    async tellProblem(window, error) {
      await ask(window, { type: 'error', message: say('shell.cannotOpen'), detail: say(error.messageKey, error.params), buttons: [say('shell.understood')] });
    },
    async offerToRead(window, error) {
      const options: MessageBoxOptions = {
        type: 'question',
        message: say('shell.openToRead'),
        detail: say(error.messageKey, error.params),
        buttons: [say('shell.openToReadButton'), say('shell.cancel')],
        defaultId: 0,
        cancelId: 1,
      };
      return (await ask(window, options)) === 0;
    },
    async agreeToLink(window, { title, publisher, url }) {
      const options: MessageBoxOptions = {
        type: 'question',
        message: say('shell.openLink'),
        detail: `${title} (${publisher})\n${url}\n\n${say('shell.openLinkDetail')}`,
        buttons: [say('shell.openLinkButton'), say('shell.cancel')],
        defaultId: 1,
        cancelId: 1,
      };
      return (await ask(window, options)) === 0;
    },
    async agreeToRestart() {
      const options: MessageBoxOptions = {
        type: 'error',
        message: say('shell.coreGivenUp'),
        detail: say('shell.coreGivenUpDetail'),
        buttons: [say('shell.tryAgain'), say('shell.menu.quit')],
        defaultId: 0,
        cancelId: 1,
      };
      return (await ask(null, options)) === 0;
    },
  };
}
