/** Schedules of one direction, each as the list that hands it over to the other one, with its makespan and its measure of order. */
export type Population = {
  readonly lists: Int32Array;
  readonly makespan: Int32Array;
  /** Of equally long schedules the one whose work lies earlier is better. */
  readonly workMoment: Float64Array;
  readonly listLength: number;
  size: number;
  /** Not more than this are kept; it only falls. */
  capacity: number;
  /** Place of the worst one; -1 until it is looked for. */
  worst: number;
};

export function createPopulation(capacity: number, listLength: number): Population {
  return {
    lists: new Int32Array(capacity * listLength),
    makespan: new Int32Array(capacity),
    workMoment: new Float64Array(capacity),
    listLength,
    size: 0,
    capacity,
    worst: -1,
  };
}

function isBetter(population: Population, one: number, other: number): boolean {
  const difference = (population.makespan[one] as number) - (population.makespan[other] as number);
  return difference < 0 || (difference === 0 && (population.workMoment[one] as number) < (population.workMoment[other] as number));
}

function findWorst(population: Population): number {
  if (population.worst >= 0) return population.worst;
  let worst = 0;
  for (let index = 1; index < population.size; index += 1) if (isBetter(population, worst, index)) worst = index;
  population.worst = worst;
  return worst;
}

function write(population: Population, place: number, list: Int32Array, makespan: number, workMoment: number): void {
  population.lists.set(list, place * population.listLength);
  population.makespan[place] = makespan;
  population.workMoment[place] = workMoment;
  population.worst = -1;
}

/**
 * Takes a schedule in while there is room, later in place of the worst one if it is better. One that measures like
 * another of the population is the same schedule as good as always, and is turned away: copies would crowd out the rest.
 */
export function offer(population: Population, list: Int32Array, makespan: number, workMoment: number): void {
  for (let index = 0; index < population.size; index += 1)
    if (population.makespan[index] === makespan && Math.abs((population.workMoment[index] as number) - workMoment) < 1e-9) return;
  if (population.size < population.capacity) {
    write(population, population.size, list, makespan, workMoment);
    population.size += 1;
    return;
  }
  const worst = findWorst(population);
  if (makespan < (population.makespan[worst] as number) || (makespan === population.makespan[worst] && workMoment < (population.workMoment[worst] as number)))
    write(population, worst, list, makespan, workMoment);
}

/** Keeps the best ones only. */
export function shrink(population: Population, capacity: number): void {
  population.capacity = Math.min(population.capacity, capacity);
  while (population.size > population.capacity) {
    const worst = findWorst(population);
    const last = population.size - 1;
    const { listLength } = population;
    write(
      population,
      worst,
      population.lists.subarray(last * listLength, (last + 1) * listLength),
      population.makespan[last] as number,
      population.workMoment[last] as number,
    );
    population.size = last;
    population.worst = -1;
  }
}

/** Binary tournament: the better one of two drawn at random. */
export function drawParent(population: Population, random: () => number): number {
  const one = Math.floor(random() * population.size);
  const other = Math.floor(random() * population.size);
  return isBetter(population, other, one) ? other : one;
}
