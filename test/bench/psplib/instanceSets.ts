import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { readProject } from '../../../formats/read/psplib.ts';
import { generateLayeredProject } from '../../support/projects/generateLayeredProject.ts';
import { generateOrderedProject } from '../../support/projects/generateOrderedProject.ts';
import { generateProject } from '../../support/projects/generateProject.ts';
import { generateStackedProject, type StackedShape } from '../../support/projects/generateStackedProject.ts';
import { criticalPath } from '../../support/projects/criticalPath.ts';
import { followInChains, joinProjects } from '../../support/projects/joinProjects.ts';
import type { BenchSettings } from './settings.ts';

export type Instance = {
  readonly name: string;
  readonly project: ResourceProject;
  readonly criticalPath: number;
  /** Best known makespan; null where nobody published one. */
  readonly best: number | null;
  /** Best published bound; null where there is none. */
  readonly bound: number | null;
  /** Published to have no schedule. */
  readonly isImpossible: boolean;
};

export type InstanceSet = {
  readonly key: string;
  readonly title: string;
  /** What the percentages are above. */
  readonly above: 'best' | 'criticalPath' | 'trivialBound';
  /** Measured by numbers of schedules: by those of the settings, by a first one alone, or not at all. */
  readonly counted: 'settings' | 'first' | 'none';
  readonly seconds: readonly number[];
  /** Other solvers get its instances. */
  readonly hasPeers: boolean;
  /** Why it is not here; null when it is. */
  readonly missing: string | null;
  readonly instances: () => readonly Instance[];
};

type Known = { readonly best: number | null; readonly bound: number | null; readonly isImpossible: boolean };
const nothingKnown: Known = { best: null, bound: null, isImpossible: false };

type LargeShape = Partial<Parameters<typeof generateLayeredProject>[0]> & { readonly layers: number };

const large = { above: 'trivialBound', counted: 'first', seconds: [1, 10], hasPeers: false } as const;
const largeSet = (key: string, title: string, make: Readonly<Record<string, () => ResourceProject>>): InstanceSet => ({
  key,
  title: `5,000 activities ${title}, generated`,
  ...large,
  missing: null,
  instances: () => Object.entries(make).map(([name, project]) => instance(name, project(), nothingKnown)),
});
const ofProjects = (shapes: Readonly<Record<string, LargeShape>>) =>
  Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, () => generateLayeredProject({ projects: 42, seed: 1, ...shape })]));
const ofActivities = (shapes: Readonly<Record<string, Pick<StackedShape, 'layers' | 'workToPath'>>>) =>
  Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, () => generateStackedProject({ activities: 5000, seed: 1, ...shape })]));

const layered = { layered_1: { layers: 8 }, layered_2: { layers: 8, seed: 2 }, layered_3: { layers: 8, seed: 3 } };
/** Critical paths of 710 to 889 units of time beside work for 869 to 933. */
const chains = { 7: { layers: 7, workToPath: 1.26 }, 8: { layers: 8, workToPath: 1.1 }, 9: { layers: 9, workToPath: 1.05 } };
const chained = Object.fromEntries(Object.entries(chains).map(([layers, shape]) => [`chained_${layers}`, { ...shape, isChained: true }]));
const asDrawn = Object.fromEntries(
  Object.entries({ ...layered, ...chained }).map(([name, shape]) => [name.replace('_', '_drawn_'), { ...shape, hasSameCapacities: true }]),
);
const stacked = {
  stacked_8_short: { layers: 8, workToPath: 1.1 },
  stacked_8: { layers: 8, workToPath: 3 },
  stacked_8_long: { layers: 8, workToPath: 10 },
  stacked_40: { layers: 40, workToPath: 1.5 },
  stacked_100: { layers: 100, workToPath: 1.1 },
};
const fiveThousand = [
  largeSet('layered', 'in layers', ofProjects(layered)),
  largeSet('chained', 'in chains', ofProjects(chained)),
  largeSet('drawn', 'with loads as drawn', ofProjects(asDrawn)),
  largeSet('stacked', 'in layers of single ones', ofActivities(stacked)),
];

/** All sets that the settings ask for, missing ones among them. */
export function instanceSets(settings: BenchSettings): readonly InstanceSet[] {
  const library = (folder: string, csv: string): Pick<InstanceSet, 'missing' | 'instances'> => {
    const path = join(settings.library, folder);
    return {
      missing: existsSync(path) ? null : `no folder ${path}`,
      instances: () => readFolder(path, readKnown(join(settings.library, csv)), settings.every),
    };
  };
  const made = (count: number, make: (index: number) => ResourceProject, name: string): Pick<InstanceSet, 'missing' | 'instances'> => ({
    missing: null,
    instances: () =>
      Array.from({ length: Math.ceil(count / settings.every) }, (_, place) =>
        instance(`${name}${place * settings.every + 1}`, make(place * settings.every), nothingKnown),
      ),
  });
  const counted = { counted: 'settings', hasPeers: true } as const;
  const timed = { counted: 'none', hasPeers: false } as const;
  const sets: readonly InstanceSet[] = [
    { key: 'j30', title: 'J30', above: 'best', seconds: [1], ...counted, ...library('j30', 'bounds.csv') },
    { key: 'j60', title: 'J60', above: 'criticalPath', seconds: [1], ...counted, ...library('j60', 'bounds.csv') },
    { key: 'j120', title: 'J120 design, generated', above: 'criticalPath', seconds: [1, 10], ...counted, ...made(600, j120, 'made120_') },
    { key: 'rg300', title: 'RG300 measures, generated', above: 'trivialBound', seconds: [1, 10], ...counted, hasPeers: false, ...made(480, rg300, 'made300_') },
    { key: 'ubo10', title: 'RCPSP/max UBO10', above: 'best', seconds: [1], ...timed, ...library('rcpsp-max/ubo10', 'rcpsp-max/testset_ubo10.csv') },
    { key: 'ubo20', title: 'RCPSP/max UBO20', above: 'best', seconds: [1], ...timed, ...library('rcpsp-max/ubo20', 'rcpsp-max/testset_ubo20.csv') },
    { key: 'ubo50', title: 'RCPSP/max UBO50', above: 'best', seconds: [1], ...timed, ...library('rcpsp-max/ubo50', 'rcpsp-max/testset_ubo50.csv') },
    { key: 'j10', title: 'multi-mode J10', above: 'best', seconds: [1], ...timed, ...library('mm/j10', 'mm/optimum.csv') },
    ...fiveThousand,
    ...settings.folders.flatMap((folder): readonly InstanceSet[] => {
      const known = settings.best ? readKnown(settings.best) : null;
      const own = { key: basename(folder), title: basename(folder), missing: null, instances: () => readFolder(folder, known ?? new Map(), settings.every) };
      return [{ ...own, above: known ? 'best' : 'criticalPath', seconds: [1, 10], ...counted }, ...joinedSets(folder)];
    }),
  ];
  for (const wanted of settings.sets ?? [])
    if (!sets.some(({ key }) => key === wanted)) throw new Error(`there is no set ${wanted}; there are ${sets.map(({ key }) => key).join(', ')}`);
  return sets.filter(({ key }) => settings.sets === null || settings.sets.includes(key));
}

const pick = <Value>(values: readonly Value[], index: number) => values[index % values.length] as Value;

/** The design of J120: 60 combinations, ten of each. */
function j120(index: number): ResourceProject {
  const combination = Math.floor(index / 10);
  return generateProject({
    activities: 120,
    networkComplexity: pick([1.5, 1.8, 2.1], Math.floor(combination / 20)),
    resourceFactor: pick([0.25, 0.5, 0.75, 1], Math.floor(combination / 5)),
    resourceStrength: pick([0.1, 0.2, 0.3, 0.4, 0.5], combination),
    seed: 120_000 + index,
  });
}

/** 48 combinations of the measures by which RG300 was made, ten of each; levels as its published measures have them on average. */
function rg300(index: number): ResourceProject {
  const combination = Math.floor(index / 10);
  const network = Math.floor(combination / 16);
  return generateOrderedProject({
    activities: 300,
    orderStrength: pick([0.25, 0.5, 0.75], network),
    levels: pick([6, 9, 17], network),
    resourceUse: pick([1, 2, 3, 4], Math.floor(combination / 4)),
    resourceConstrainedness: pick([0.2, 0.4, 0.6, 0.8], combination),
    seed: 300_000 + index,
  });
}

function instance(name: string, project: ResourceProject, known: Known): Instance {
  return { name, project, criticalPath: criticalPath(project), ...known };
}

const joinedProjects = 42;

/** One project of 42 of a folder's, evenly taken, in chains: with J120 about 5,100 activities. None of fewer. */
function joinedSets(folder: string): readonly InstanceSet[] {
  const names = projectFiles(folder, /\.(sm|rcp)$/i);
  if (names.length < joinedProjects) return [];
  const instances = () => {
    const parts = Array.from({ length: joinedProjects }, (_, place) =>
      readInstance(folder, names[Math.floor((place * names.length) / joinedProjects)] as string),
    );
    return Object.entries(chains).map(([layers, shape]) =>
      instance(`joined_${layers}`, joinProjects(parts, { ...shape, follow: followInChains, capacities: 'inProportion' }), nothingKnown),
    );
  };
  return [{ key: `${basename(folder)}_joined`, title: `${joinedProjects} of ${basename(folder)}, in chains`, ...large, missing: null, instances }];
}

function projectFiles(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(folder)
    .filter((name) => ending.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function readInstance(folder: string, name: string): ResourceProject {
  const project = readProject(name, readFileSync(join(folder, name), 'latin1'));
  if ('messageKey' in project) throw new Error(`${join(folder, name)}: ${project.messageKey}, row ${project.row ?? '?'}`);
  return project;
}

function readFolder(folder: string, known: ReadonlyMap<string, Known>, every: number): readonly Instance[] {
  return projectFiles(folder, /\.(sm|mm|rcp|sch)$/i)
    .filter((_, index) => index % every === 0)
    .map((name) => {
      const plain = basename(name, extname(name));
      return instance(plain, readInstance(folder, name), known.get(plain) ?? known.get(name) ?? nothingKnown);
    });
}

/** `unsat` has no schedule; `184..194` is a best bound and a best makespan. */
function readKnown(path: string): ReadonlyMap<string, Known> {
  const [head = '', ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',').map((name) => name.trim().toLowerCase());
  const [best, bound] = [names.findIndex((name) => ['ub', 'best', 'optimum', 'makespan'].includes(name)), names.indexOf('lb')];
  if (best < 0) throw new Error(`${path} has no column ub, best, optimum or makespan`);
  return new Map(
    rows.map((row): [string, Known] => {
      const cells = row.split(',').map((cell) => cell.trim());
      const text = cells[best] ?? '';
      if (text === 'unsat') return [cells[0] as string, { best: null, bound: null, isImpossible: true }];
      const [low, high] = text.includes('..') ? text.split('..').map(Number) : [Number(cells[bound] ?? text), Number(text)];
      return [cells[0] as string, { best: high as number, bound: low as number, isImpossible: false }];
    }),
  );
}
