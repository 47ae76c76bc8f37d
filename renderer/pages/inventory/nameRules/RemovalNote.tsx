import { useEffect, useRef } from 'react';
import type { Output } from '../../../../core/contract/contract.ts';
import { useTranslator } from '../../../core/settings.ts';

export type Removal = Output<'inventory.previewRuleRemoval'>;
type Props = { readonly name: string; readonly removal: Removal; readonly onRemove: () => void; readonly onKeep: () => void };

/** What stays behind when a rule goes, before it does. */
export function RemovalNote({ name, removal: { names, installations, stays }, onRemove, onKeep }: Props) {
  const { translate } = useTranslator();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <section className="rule-removal" aria-label={translate('inventoryPage.rules.removeOne', { rule: name })}>
      <p>{translate('inventoryPage.rules.removal', { rule: name, names, installations })}</p>
      <p>{translate('inventoryPage.rules.stays', { items: stays.length })}</p>
      <ul className="detail-list">
        {stays.map((item) => (
          <li key={item.itemId}>
            <strong>{item.name}</strong> {translate('inventoryPage.rules.staysWith', { seats: item.seats, contracts: item.contracts })}
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <button type="button" ref={first} className="button-primary" onClick={onRemove}>
          {translate('inventoryPage.rules.remove')}
        </button>
        <button type="button" className="button" onClick={onKeep}>
          {translate('inventoryPage.rules.keepRule')}
        </button>
      </div>
    </section>
  );
}
