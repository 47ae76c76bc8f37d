import { useMemo, useState } from 'react';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { ChangeFields } from '../../parts/ChangeFields.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { StrategyMark } from './StrategyMark.tsx';
import { shownReasons } from './reasons.ts';
import { useReasonText } from '../../parts/useReasonText.ts';

/** What the template would decide differently; each change can be left out before anything is written. */
export function ProposalsPanel({ onClose }: { readonly onClose: () => void }) {
  const { translate } = useTranslator();
  const reasonText = useReasonText();
  const tell = useNotices((state) => state.tell);
  const { data } = useQuery('mapping.preview', {});
  const accept = useCommand('mapping.acceptProposals');
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const changes = useMemo(() => {
    const rows = new Map(data?.rows.map((row) => [row.itemId, row]));
    return (data?.changed ?? []).flatMap((before) => {
      const after = rows.get(before.itemId);
      return after ? [{ before, after }] : [];
    });
  }, [data]);
  const taken = changes.filter(({ before }) => !leftOut.has(before.itemId));
  const toggle = (id: string) =>
    setLeftOut((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const run = async () => {
    const done = await accept.run(taken.length === changes.length ? {} : { itemIds: taken.map(({ before }) => before.itemId) });
    if (!done) return;
    tell(done.labelKey, done.params, true);
    onClose();
  };
  return (
    <SidePanel title={translate('mappingPage.proposals')} onClose={onClose}>
      {data && changes.length === 0 && <p>{translate('mappingPage.noProposals')}</p>}
      {changes.length > 0 && (
        <>
          <p className="soft">{translate('mappingPage.proposalsLead', { changes: changes.length })}</p>
          <div className="decision-actions">
            <ChangeButton type="button" className="button-primary" disabled={taken.length === 0 || accept.isRunning} onClick={() => void run()}>
              {translate('mappingPage.accept', { changes: taken.length })}
            </ChangeButton>
            <button
              type="button"
              className="button-quiet"
              onClick={() => setLeftOut(leftOut.size === 0 ? new Set(changes.map(({ before }) => before.itemId)) : new Set())}
            >
              {translate(leftOut.size === 0 ? 'mappingPage.takeNone' : 'mappingPage.takeAll')}
            </button>
          </div>
          <ChangeFields>
            <ul className="proposals">
              {changes.map(({ before, after }) => {
                const [reason] = shownReasons(after.reasons);
                const isSame = before.strategyBefore === after.strategy && before.replacementNameBefore === after.replacementName;
                return (
                  <li key={before.itemId}>
                    <label>
                      <input type="checkbox" checked={!leftOut.has(before.itemId)} onChange={() => toggle(before.itemId)} />
                      <span className="proposal">
                        <span className="mapping-name">{after.itemName}</span>
                        {isSame ? (
                          <span>{translate('mappingPage.onlyReasons')}</span>
                        ) : (
                          <span className="proposal-change">
                            <span className="soft">
                              <span className="visually-hidden">{translate('mappingPage.before')} </span>
                              <Outcome strategy={before.strategyBefore} replacement={before.replacementNameBefore} />
                            </span>
                            <span aria-hidden="true">→</span>
                            <span>
                              <span className="visually-hidden">{translate('mappingPage.after')} </span>
                              <Outcome strategy={after.strategy} replacement={after.replacementName} />
                            </span>
                          </span>
                        )}
                        {reason && <span className="small soft">{reasonText(reason)}</span>}
                      </span>
                    </label>
                  </li>
                );
              })}
            </ul>
          </ChangeFields>
        </>
      )}
    </SidePanel>
  );
}

function Outcome({ strategy, replacement }: { readonly strategy: 'replace' | 'keep' | 'retire' | 'undecided'; readonly replacement: string | null }) {
  return replacement === null ? <StrategyMark strategy={strategy} /> : replacement;
}
