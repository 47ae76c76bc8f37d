import type { Reader } from '../reader.ts';
import { ganttProject } from './ganttProject.ts';
import { mspdi } from './mspdi.ts';

/** Plans that other programs made. */
export const planReaders: readonly Reader[] = [mspdi, ganttProject];
