/** A file that the user chose, under the handle that the shell gave it; its path stays with the shell. */
export type ChosenFile = { readonly handle: string; readonly name: string; readonly size: number };

export type FileKind = 'plan' | 'import' | 'pdf' | 'json' | 'csv' | 'ics' | 'ods' | 'odt' | 'xlsx' | 'mspdi';

export type RecentPlan = { readonly id: string; readonly name: string; readonly lastOpened: string };

/** What the window can ask of the program around it: files and plans. Everything else goes through the contract. */
export interface Shell {
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
  closePlan(): Promise<void>;
  /** The plan that is open now, for the top bar; null for none. */
  currentPlan(): Promise<{ readonly name: string; readonly isReadOnly: boolean } | null>;
  onPlanChanged(listener: () => void): () => void;
}
