/** Which way time runs: backwards the last activity is placed first and every start counts from the project's end. */
export type Direction = 'forward' | 'backward';
