import type { IsoDate } from '../domain/calendar.ts';
import type { CancelSignal } from './core.ts';

type Locale = 'de' | 'en' | 'fr';

/** A file that the user chose, under the handle that the shell gave it; its path stays with the shell. */
export type ChosenFile = { readonly handle: string; readonly name: string; readonly size: number };

/** `folder`: all the files of a folder, under one handle. */
export type FileKind = 'plan' | 'import' | 'folder' | 'pdf' | 'json' | 'csv' | 'ics' | 'ods' | 'odt' | 'xlsx' | 'mspdi';

export type RecentPlan = { readonly id: string; readonly name: string; readonly lastOpened: string };

export type SampleWish = { readonly name: string; readonly locale: Locale; readonly startsOn: IsoDate };

/** What the window can ask of the program around it: files and plans. Everything else goes through the contract. */
export interface Shell {
  /** A browser cannot give a folder as one thing. */
  readonly givesFolders: boolean;
  /** Empty when the user changed their mind. */
  chooseFiles(kind: FileKind, isMany: boolean): Promise<readonly ChosenFile[]>;
  /** Files that were dropped on the window. */
  acceptDropped(files: readonly unknown[]): Promise<readonly ChosenFile[]>;
  /** A place for a new file; null when the user changed their mind. */
  choosePlace(kind: FileKind, suggestedName: string): Promise<ChosenFile | null>;
  /** Called when what was written to a place may be handed to the user: a browser downloads it, a desktop has it already. */
  deliver(file: ChosenFile): Promise<void>;
  recentPlans(): Promise<readonly RecentPlan[]>;
  openPlan(source: { readonly recent: string } | { readonly file: ChosenFile }): Promise<void>;
  /** Makes an empty plan file and opens it; the window then calls `plan.create`. Null when the user changed their mind. */
  makePlan(suggestedName: string): Promise<boolean>;
  /**
   * Makes the plan of the sample administration and opens it, filled and scheduled, starting on the day given. False
   * when the user changed their mind, or when the signal came: nothing of it stays then.
   */
  makeSample(sample: SampleWish, signal: CancelSignal): Promise<boolean>;
  closePlan(): Promise<void>;
  /** The plan that is open now, for the top bar; null for none. */
  currentPlan(): Promise<{ readonly name: string; readonly isReadOnly: boolean } | null>;
  onPlanChanged(listener: () => void): () => void;
  /** Opens the page of a source in the user's browser, after the user has agreed; only pages that the catalogue or a template names. */
  openLink(url: string): Promise<void>;
}
