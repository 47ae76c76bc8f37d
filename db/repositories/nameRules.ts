import type { NameEffect, NamePattern, NameRule } from '../../core/domain/catalogue/nameRules.ts';
import type { NameRuleId, ProductId } from '../../core/domain/ids.ts';
import type { PlanReader, PlanWriter } from '../../core/ports/planStore.ts';
import { wellFormed } from '../wellFormed.ts';
import { nothingLeft } from './nothingLeft.ts';
import type { ReadDb } from './readDb.ts';
import type { WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'nameRules'>;
type Write = Pick<PlanWriter, 'saveNameRule' | 'removeNameRule'>;

type Row = {
  readonly id: NameRuleId;
  readonly pattern: NamePattern;
  readonly text: string;
  readonly publisher: string | null;
  readonly effect: NameEffect['kind'];
  readonly productId: ProductId | null;
};

export function nameRuleReads(db: ReadDb): Read {
  const all = db.rows<Row>('SELECT id, pattern, text, publisher, effect, product_id AS productId FROM name_rules ORDER BY text COLLATE NOCASE, id');
  return { nameRules: () => all.all().map(toRule) };
}

export function nameRuleWrites(db: WriteDb): Write {
  const save = db.change(`
    INSERT INTO name_rules (id, pattern, text, publisher, effect, product_id) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET pattern = excluded.pattern, text = excluded.text, publisher = excluded.publisher, effect = excluded.effect, product_id = excluded.product_id
    WHERE (pattern, text, publisher, effect, product_id) IS NOT (excluded.pattern, excluded.text, excluded.publisher, excluded.effect, excluded.product_id)`);
  const remove = db.change('DELETE FROM name_rules WHERE id = ?');
  return {
    saveNameRule({ id, pattern, text, publisher, effect, ...rest }) {
      nothingLeft(rest);
      const productId = effect.kind === 'product' ? effect.productId : null;
      return save(id, pattern, wellFormed(text), publisher === null ? null : wellFormed(publisher), effect.kind, productId);
    },
    removeNameRule: (id) => remove(id),
  };
}

function toRule({ effect, productId, ...row }: Row): NameRule {
  if (effect !== 'product') return { ...row, effect: { kind: effect } };
  // The table's checks hold effect and product together.
  return { ...row, effect: { kind: effect, productId: productId as ProductId } };
}
