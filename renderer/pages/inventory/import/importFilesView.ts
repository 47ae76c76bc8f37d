import { create } from 'zustand';
import type { Input } from '../../../../core/contract/contract.ts';
import type { ChosenFile } from '../../../../core/contract/shell.ts';
import { useNotices } from '../../../core/notices.ts';
import { useRoute } from '../../../core/route.ts';
import { useServices } from '../../../core/services.tsx';
import { asAppError } from '../../../core/useCommand.ts';

export type Mapping = NonNullable<Input<'inventory.previewImport'>['mapping']>;
export type TableKind = Mapping['kind'];

type View = {
  readonly files: readonly ChosenFile[];
  /** Columns that a person named, by the handle of the file, or by the id of a member of it. */
  readonly mappings: Readonly<Record<string, Mapping>>;
  /** Form of a list → the source that a person said it is the next state of, or `new`. */
  readonly sources: Readonly<Record<string, string>>;
  readonly goneAccounts: 'keep' | 'disable';
  add(files: readonly ChosenFile[]): void;
  chooseSource(form: string, source: string): void;
  chooseGoneAccounts(choice: 'keep' | 'disable'): void;
  remove(handle: string): void;
  map(id: string, mapping: Mapping | null): void;
  clear(): void;
};

/** The files that are about to be imported. */
export const useImportFiles = create<View>()((set) => ({
  files: [],
  mappings: {},
  sources: {},
  goneAccounts: 'keep',
  chooseSource: (form, source) => set((view) => ({ sources: { ...view.sources, [form]: source } })),
  chooseGoneAccounts: (goneAccounts) => set({ goneAccounts }),
  add: (files) => set((view) => ({ files: [...view.files, ...files.filter((file) => !view.files.some((known) => known.handle === file.handle))] })),
  remove: (handle) => set((view) => ({ files: view.files.filter((file) => file.handle !== handle), mappings: withoutFile(view.mappings, handle) })),
  map: (id, mapping) => set((view) => ({ mappings: mapping === null ? without(view.mappings, id) : { ...view.mappings, [id]: mapping } })),
  clear: () => set({ files: [], mappings: {}, sources: {}, goneAccounts: 'keep' }),
}));

function without(mappings: View['mappings'], id: string): View['mappings'] {
  const { [id]: _, ...rest } = mappings;
  return rest;
}

function withoutFile(mappings: View['mappings'], handle: string): View['mappings'] {
  return Object.fromEntries(Object.entries(mappings).filter(([id]) => id !== handle && !id.startsWith(`${handle}#`)));
}

/** Takes files, chosen or dropped, and shows what they hold. */
export function useAddFiles() {
  const { shell } = useServices();
  const add = useImportFiles((state) => state.add);
  const go = useRoute((state) => state.go);
  const fail = useNotices((state) => state.fail);
  const take = async (give: () => Promise<readonly ChosenFile[]>) => {
    try {
      const files = await give();
      if (files.length === 0) return;
      add(files);
      go('inventory', 'import');
    } catch (error) {
      fail(asAppError(error));
    }
  };
  return {
    onChoose: () => take(() => shell.chooseFiles('import', true)),
    onChooseFolder: shell.givesFolders ? () => take(() => shell.chooseFiles('folder', true)) : null,
    onDropped: (files: readonly unknown[]) => take(() => shell.acceptDropped(files)),
  };
}
