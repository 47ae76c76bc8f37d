import type { Decision } from '../../core/domain/mapping/decision.ts';
import type { PlanReader, PlanWriter } from '../../core/ports/planStore.ts';
import { nothingLeft } from './nothingLeft.ts';
import type { ReadDb } from './readDb.ts';
import type { WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'decisions'>;
type Write = Pick<PlanWriter, 'saveDecisions'>;
type DecisionRow = Omit<Decision, 'reasons' | 'isOverridden'> & { readonly reasons: string; readonly isOverridden: number };

export function decisionReads(db: ReadDb): Read {
  const select = db.rows<DecisionRow>(`
    SELECT item_id AS itemId, strategy, replacement_id AS replacementId, reasons, is_overridden AS isOverridden, note FROM decisions ORDER BY item_id`);
  return {
    decisions: () =>
      select.all().map(
        ({ reasons, isOverridden, ...rest }): Decision => ({
          ...rest,
          reasons: JSON.parse(reasons) as Decision['reasons'],
          isOverridden: isOverridden === 1,
        }),
      ),
  };
}

export function decisionWrites(db: WriteDb): Write {
  const upsert = db.change(`
    INSERT INTO decisions (item_id, strategy, replacement_id, reasons, is_overridden, note) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (item_id) DO UPDATE SET strategy = excluded.strategy, replacement_id = excluded.replacement_id, reasons = excluded.reasons,
      is_overridden = excluded.is_overridden, note = excluded.note
    WHERE (strategy, replacement_id, reasons, is_overridden, note) IS NOT (excluded.strategy, excluded.replacement_id, excluded.reasons, excluded.is_overridden, excluded.note)`);
  return {
    saveDecisions(decisions) {
      let changed = 0;
      for (const { itemId, strategy, replacementId, reasons, isOverridden, note, ...rest } of decisions) {
        nothingLeft(rest);
        changed += upsert(itemId, strategy, replacementId, JSON.stringify(reasons), isOverridden ? 1 : 0, note);
      }
      return changed;
    },
  };
}
