import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Translator } from '../core/i18n/translate.ts';

export type MenuActions = {
  newWindow(): void;
  openPlan(window: BrowserWindow): void;
  closePlan(): void;
};

/** The program's menu. Undo is the page's own: it knows whether a text field or the plan is meant. */
export function setMenu({ translate }: Translator, actions: MenuActions, areToolsAllowed: boolean): void {
  const isMac = process.platform === 'darwin';
  const say = (name: string) => translate(`shell.menu.${name}`);
  const role = (name: string, given: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions => ({ label: say(name), role: given });
  const withWindow = (work: (window: BrowserWindow) => void): NonNullable<MenuItemConstructorOptions['click']> => {
    return (_item, window) => {
      if (window !== undefined && 'webContents' in window) work(window as BrowserWindow);
    };
  };
  const file: MenuItemConstructorOptions[] = [
    { label: say('newWindow'), accelerator: 'CmdOrCtrl+Shift+N', click: () => actions.newWindow() },
    { type: 'separator' },
    { label: say('openPlan'), accelerator: 'CmdOrCtrl+O', click: withWindow(actions.openPlan) },
    { label: say('closePlan'), click: () => actions.closePlan() },
    { type: 'separator' },
    isMac ? role('closeWindow', 'close') : role('quit', 'quit'),
  ];
  const edit: MenuItemConstructorOptions[] = [role('cut', 'cut'), role('copy', 'copy'), role('paste', 'paste'), role('selectAll', 'selectAll')];
  const view: MenuItemConstructorOptions[] = [
    role('actualSize', 'resetZoom'),
    role('zoomIn', 'zoomIn'),
    role('zoomOut', 'zoomOut'),
    { type: 'separator' },
    role('fullScreen', 'togglefullscreen'),
    ...(areToolsAllowed ? [{ type: 'separator' } as const, role('reload', 'reload'), role('tools', 'toggleDevTools')] : []),
  ];
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ label: app.name, submenu: [role('about', 'about'), { type: 'separator' as const }, role('quit', 'quit')] }] : []),
    { label: say('file'), submenu: file },
    { label: say('edit'), submenu: edit },
    { label: say('view'), submenu: view },
    ...(isMac ? [] : [{ label: say('help'), submenu: [role('about', 'about')] }]),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
