import type { Output, Parsed } from '../../contract/contract.ts';
import { searchCatalogue } from '../../domain/catalogue/searchCatalogue.ts';
import type { PlanReader, PlanStore } from '../../ports/planStore.ts';
import type { AppContext } from '../context.ts';

type Found = Output<'plan.find'>;
type Line<Value> = { readonly value: Value; readonly folded: string; readonly weight: number };
type Index = {
  readonly store: PlanStore;
  readonly revision: number;
  readonly items: readonly Line<Found['items'][number]>[];
  readonly units: readonly Line<Found['units'][number]>[];
  readonly waves: readonly Line<Found['waves'][number]>[];
};

/** Words by which people ask for a wave, whatever language the window has. */
const waveWords = 'welle wave vague';
/** One letter stands in nearly every sign-in name. */
const shortestLogin = 2;

/**
 * Finds by name while somebody types. What a plan has few of is kept ready, folded, until the plan changes; accounts
 * are looked for in the file.
 */
export function createFind(context: AppContext): (input: Parsed<'plan.find'>) => Found {
  let index: Index | null = null;
  return ({ text, limit }) => {
    const words = fold(text).split(' ').filter(Boolean);
    const nothing: Found = { items: [], units: [], waves: [], accounts: [], products: [] };
    if (words.length === 0) return nothing;
    const { catalogue } = context.catalogue;
    const products = searchCatalogue(catalogue, text, limit * 4)
      .flatMap((hit) =>
        hit.kind === 'product' ? [{ id: hit.product.id, name: hit.product.name, vendorName: catalogue.providers.get(hit.product.vendor)?.name ?? '' }] : [],
      )
      .slice(0, limit);
    const { store } = context;
    if (!store) return { ...nothing, products };
    return store.read((reader) => {
      const revision = reader.revision();
      if (index?.store !== store || index.revision !== revision) index = buildIndex(store, reader, revision);
      const part = text.trim().toLowerCase();
      const accounts = part.length < shortestLogin ? [] : reader.accounts({ search: part }, { offset: 0, limit }).accounts;
      const paths = new Map(accounts.length === 0 ? [] : index.units.map(({ value }) => [value.id, value.path]));
      return {
        items: best(index.items, words, limit),
        units: best(index.units, words, limit),
        waves: best(index.waves, words, limit),
        accounts: accounts.map(({ id, login, unitId }) => ({ id, login, unitPath: paths.get(unitId) ?? '' })),
        products,
      };
    });
  };
}

function buildIndex(store: PlanStore, reader: PlanReader, revision: number): Index {
  const { tracks, waves, tasks } = reader.timeline();
  const taskOfWave = new Map(tasks.flatMap((task) => (task.waveId === null ? [] : [[task.waveId, task.id] as const])));
  const trackById = new Map(tracks.map((track) => [track.id, track]));
  return {
    store,
    revision,
    items: reader.allItems().map(({ id, name, vendor, accounts, installations }) => ({
      value: { id, name, vendor, accounts },
      folded: fold(`${name} ${vendor}`),
      weight: Math.max(accounts, installations),
    })),
    units: reader
      .units()
      .map(({ id, name, path, accountCount }) => ({ value: { id, name, path, accounts: accountCount }, folded: fold(name), weight: accountCount })),
    waves: waves.flatMap(({ id, trackId, number, accountCount }) => {
      const track = trackById.get(trackId);
      const taskId = taskOfWave.get(id);
      if (!track || taskId === undefined) return [];
      const value = { id, taskId, track: track.key, trackName: track.name, number, accounts: accountCount };
      return [{ value, folded: fold(`${number} ${track.name} ${track.key} ${waveWords}`), weight: -number }];
    }),
  };
}

/** Lines that hold every word: those that begin with the first word before the others, then the heavier ones. */
function best<Value>(lines: readonly Line<Value>[], words: readonly string[], limit: number): Value[] {
  const hits = lines.flatMap((line) => {
    let score = 0;
    for (const word of words) {
      // A number is meant as a whole: 4 is not wave 14.
      const isFound = /^\d+$/.test(word) ? ` ${line.folded} `.includes(` ${word} `) : line.folded.includes(word);
      if (!isFound) return [];
      if (` ${line.folded}`.includes(` ${word}`)) score += 1;
    }
    return [{ line, score: score + (line.folded.startsWith(words[0] as string) ? 1 : 0) }];
  });
  return hits
    .sort((one, other) => other.score - one.score || other.line.weight - one.line.weight)
    .slice(0, limit)
    .map(({ line }) => line.value);
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+.:]+/gu, ' ')
    .trim();
}
