import type { Confidence } from '../../../core/domain/catalogue/catalogue.ts';
import type { MappingRow } from './mappingView.ts';

export type Reason = MappingRow['reasons'][number];

/** Blockers stand in a line of their own. */
export function shownReasons(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.filter((reason) => reason.messageKey !== 'mapping.reason.blocker');
}

const confidences: readonly string[] = ['A', 'B', 'C', 'calc', 'unverified'] satisfies readonly Confidence[];

/** How sure a reason is, where it rests on a statement of the catalogue. */
export function confidenceOf({ params }: Reason): Confidence | null {
  const { confidence } = params;
  return typeof confidence === 'string' && confidences.includes(confidence) ? (confidence as Confidence) : null;
}
