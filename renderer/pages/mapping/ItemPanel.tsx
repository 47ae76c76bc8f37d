import { BookMarked, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useNotices } from '../../core/notices.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { ConfidenceMark } from '../../parts/ConfidenceMark.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { TrackDot } from '../../parts/TrackDot.tsx';
import { DecisionForm, type Draft } from './DecisionForm.tsx';
import { Evidence } from './Evidence.tsx';
import { BlockerShape } from './mappingColumns.tsx';
import type { MappingRow } from './mappingView.ts';
import { confidenceOf, shownReasons } from './reasons.ts';
import { useReasonText } from '../../parts/useReasonText.ts';

/** One item: what is there, what becomes of it and why, who did the same, and what else there is. */
export function ItemPanel({ itemId, onClose }: { readonly itemId: MappingRow['itemId']; readonly onClose: () => void }) {
  const { translate } = useTranslator();
  const { data: row, error } = useQuery('mapping.get', { itemId });
  return (
    <SidePanel title={row?.itemName ?? translate(error ? 'mappingPage.itemGone' : 'window.loading')} onClose={onClose}>
      {error && <p>{translate(error.messageKey, error.params)}</p>}
      {row && !error && (
        <>
          <Facts row={row} />
          <Decision key={`${row.strategy} ${row.replacementId} ${row.note} ${row.isOverridden}`} row={row} />
        </>
      )}
    </SidePanel>
  );
}

function Facts({ row }: { readonly row: MappingRow }) {
  const { translate, number, money } = useTranslator();
  const { go } = useRoute();
  const figure = (value: number) => (value === 0 ? translate('mappingPage.noneKnown') : number(value));
  return (
    <section className="panel-section">
      <p className="item-identity soft">
        {row.track === null ? translate('mappingPage.noTrack') : <TrackDot track={row.track} />}
        {row.vendor !== '' && <span>{row.vendor}</span>}
      </p>
      <p>
        {row.productId === null ? (
          <button type="button" className="text-link" onClick={() => go('inventory', row.itemId)}>
            {translate('mappingPage.matchInInventory')}
          </button>
        ) : (
          <button type="button" className="text-link" onClick={() => go('register', row.productId)}>
            {translate('mappingPage.inRegister', { product: row.productName ?? row.productId })}
          </button>
        )}
      </p>
      <dl className="item-figures">
        <div>
          <dt>{translate('mappingPage.column.accounts')}</dt>
          <dd>{figure(row.accounts)}</dd>
        </div>
        <div>
          <dt>{translate('mappingPage.installationsHeading')}</dt>
          <dd>{figure(row.installations)}</dd>
        </div>
        <div>
          <dt>{translate('mappingPage.seatsHeading')}</dt>
          <dd>{figure(row.seats)}</dd>
        </div>
        <div>
          <dt>{translate('mappingPage.column.cost')}</dt>
          <dd>{row.annualCostCents === null ? translate('common.unknown') : money(row.annualCostCents)}</dd>
        </div>
      </dl>
    </section>
  );
}

function Decision({ row }: { readonly row: MappingRow }) {
  const { translate, locale } = useTranslator();
  const reasonText = useReasonText();
  const tell = useNotices((state) => state.tell);
  const { go } = useRoute();
  const decide = useCommand('mapping.decide');
  const accept = useCommand('mapping.acceptProposals');
  const [draft, setDraft] = useState<Draft>({ strategy: row.strategy, replacementId: row.replacementId, note: row.note });
  const product = useQuery('catalogue.get', { id: row.productId ?? '-', locale, entry: 'product' });
  const entry = row.productId !== null && product.data?.kind === 'product' ? product.data : undefined;
  const isChanged = draft.strategy !== row.strategy || draft.note !== row.note || (draft.strategy === 'replace' && draft.replacementId !== row.replacementId);

  const save = async () => {
    const replacementId = draft.strategy === 'replace' ? (draft.replacementId as MappingRow['replacementId']) : null;
    const done = await decide.run({ itemIds: [row.itemId], strategy: draft.strategy, replacementId, note: draft.note });
    if (done) tell(done.labelKey, done.params, true);
  };
  const followTemplate = async () => {
    const done = await accept.run({ itemIds: [row.itemId], overwrites: true });
    if (done) tell(done.labelKey, done.params, true);
  };
  const evidenceOf = draft.strategy === 'replace' ? draft.replacementId : null;
  return (
    <>
      <section className="panel-section">
        <h3>{translate('mappingPage.reasons')}</h3>
        <ul className="reason-list">
          {shownReasons(row.reasons).map((reason) => {
            const confidence = confidenceOf(reason);
            const sentence = reasonText(reason);
            return (
              <li key={sentence}>
                {confidence === null ? <span className="reason-dot" aria-hidden="true" /> : <ConfidenceMark confidence={confidence} isShort />}
                <span>{sentence}</span>
              </li>
            );
          })}
        </ul>
      </section>
      {row.blockers.length > 0 && (
        <section className="panel-section">
          <h3>{translate('mappingPage.blockers')}</h3>
          <ul className="reason-list">
            {row.blockers.map((blocker) => (
              <li key={blocker}>
                <BlockerShape />
                <span>{translate(`common.blocker.${blocker}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel-section">
        <h3>{translate('mappingPage.decision')}</h3>
        <DecisionForm
          draft={draft}
          onChange={setDraft}
          alternatives={entry?.replacedBy ?? []}
          isChanged={isChanged}
          isRunning={decide.isRunning}
          saveLabel={translate('mappingPage.save')}
          onSave={() => void save()}
        >
          {isChanged && (
            <button
              type="button"
              className="button-quiet"
              onClick={() => setDraft({ strategy: row.strategy, replacementId: row.replacementId, note: row.note })}
            >
              {translate('mappingPage.discard')}
            </button>
          )}
          {row.isOverridden && !isChanged && (
            <ChangeButton type="button" className="button-quiet" disabled={accept.isRunning} onClick={() => void followTemplate()}>
              <RotateCcw size={16} aria-hidden /> {translate('mappingPage.followTemplate')}
            </ChangeButton>
          )}
        </DecisionForm>
      </section>
      {evidenceOf !== null && <Evidence productId={evidenceOf} replacedId={row.productId} />}
      {evidenceOf !== null && (
        <button type="button" className="button to-register" onClick={() => go('register', evidenceOf)}>
          <BookMarked size={16} aria-hidden /> {translate('mappingPage.wholeEntry')}
        </button>
      )}
    </>
  );
}
