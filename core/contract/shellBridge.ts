import type { WireError } from './errors.ts';
import type { ChosenFile, FileKind, RecentPlan, SampleWish } from './shell.ts';

/** What the desktop shell answers. Electron hands over the message of an error and nothing else of it, so errors travel as data. */
export type ShellAnswer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: WireError };

export type OpenPlan = { readonly name: string; readonly isReadOnly: boolean };
export type WindowSettings = { readonly locale: 'de' | 'en' | 'fr'; readonly theme: 'system' | 'light' | 'dark' | 'contrast' };

/** What the preload script shows to the window as `window.bascule`: one function a message, plain data in and out. */
export interface ShellBridge {
  /** True where no plan was open or about to be opened when the window was made: the page need not ask before it says so. */
  opensWithoutPlan(): boolean;
  chooseFiles(kind: FileKind, isMany: boolean): Promise<ShellAnswer<readonly ChosenFile[]>>;
  acceptDropped(files: readonly unknown[]): Promise<ShellAnswer<readonly ChosenFile[]>>;
  choosePlace(kind: FileKind, suggestedName: string): Promise<ShellAnswer<ChosenFile | null>>;
  recentPlans(): Promise<ShellAnswer<readonly RecentPlan[]>>;
  openPlan(source: { readonly recent: string } | { readonly handle: string }): Promise<ShellAnswer<null>>;
  makePlan(suggestedName: string): Promise<ShellAnswer<boolean>>;
  makeSample(sample: SampleWish): Promise<ShellAnswer<boolean>>;
  cancelSample(): Promise<ShellAnswer<null>>;
  closePlan(): Promise<ShellAnswer<null>>;
  currentPlan(): Promise<ShellAnswer<OpenPlan | null>>;
  openLink(url: string): Promise<ShellAnswer<null>>;
  tellSettings(settings: WindowSettings): Promise<ShellAnswer<null>>;
  /** Asks for a port to the core; it arrives as a message event of the window whose data is `corePortMessage`. */
  connectCore(): Promise<ShellAnswer<null>>;
  onPlanChanged(listener: () => void): void;
}

/** Among the arguments of a window's process. */
export const noPlanArgument = '--bascule-no-plan';

export const corePortMessage = 'bascule: port to the core';

/** Electron's channels, one for each function above. */
export const shellChannels = {
  chooseFiles: 'shell.chooseFiles',
  acceptDropped: 'shell.acceptDropped',
  choosePlace: 'shell.choosePlace',
  recentPlans: 'shell.recentPlans',
  openPlan: 'shell.openPlan',
  makePlan: 'shell.makePlan',
  makeSample: 'shell.makeSample',
  cancelSample: 'shell.cancelSample',
  closePlan: 'shell.closePlan',
  currentPlan: 'shell.currentPlan',
  openLink: 'shell.openLink',
  tellSettings: 'shell.tellSettings',
  connectCore: 'shell.connectCore',
} as const;

/** From the shell to the window. */
export const windowChannels = { planChanged: 'window.planChanged', corePort: 'window.corePort' } as const;
