import { BrowserWindow, nativeTheme, screen, type Rectangle } from 'electron';
import type { KeptSettings } from './keptSettings.ts';
import { startAddress } from './pageFile.ts';
import { noPlanArgument } from '../core/contract/shellBridge.ts';
import type { Places } from './places.ts';

/** `--paper` of the two themes, so that nothing flashes before the page comes. */
const ground = { light: '#ffffff', dark: '#12191e' };
const smallest = { width: 960, height: 600 };
const usual = { width: 1280, height: 800 };

export function openWindow(
  places: Places,
  kept: KeptSettings,
  { areToolsAllowed, hasNoPlan }: { readonly areToolsAllowed: boolean; readonly hasNoPlan: boolean },
): BrowserWindow {
  const { bounds, isMaximized } = kept.current;
  const isFirst = BrowserWindow.getAllWindows().length === 0;
  const window = new BrowserWindow({
    ...usual,
    ...(bounds !== undefined && isFirst && isOnScreen(bounds) ? bounds : {}),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Bascule',
    icon: places.icon,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload: places.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: areToolsAllowed,
      additionalArguments: hasNoPlan ? [noPlanArgument] : [],
    },
  });
  if (isMaximized && isFirst) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => kept.change({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }));
  void window.loadURL(startAddress);
  return window;
}

/** A screen may have been taken away since. */
function isOnScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  const overlap = (start: number, length: number, from: number, size: number) => Math.min(start + length, from + size) - Math.max(start, from);
  return overlap(bounds.x, bounds.width, workArea.x, workArea.width) > 200 && overlap(bounds.y, bounds.height, workArea.y, workArea.height) > 100;
}

export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
