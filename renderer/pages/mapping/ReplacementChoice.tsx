import { useId, useMemo, useState } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ConfidenceMark } from '../../parts/ConfidenceMark.tsx';
import { EntryPicker } from '../../parts/EntryPicker.tsx';
import { useClaimText } from '../../parts/useClaimText.ts';

export type Alternative = Extract<Output<'catalogue.get'>, { kind: 'product' }>['replacedBy'][number];

const shownAtFirst = 4;
const confidenceOrder = ['A', 'B', 'calc', 'C', 'unverified'];

/** The catalogue's candidates with who says so, and any other product beside them. */
export function ReplacementChoice({
  alternatives,
  value,
  onChoose,
}: {
  readonly alternatives: readonly Alternative[];
  readonly value: string | null;
  readonly onChoose: (id: string | null) => void;
}) {
  const { translate } = useTranslator();
  const name = useId();
  const [showsAll, setShowsAll] = useState(false);
  const { data: catalogue } = useQuery('catalogue.list', {});
  const sorted = useMemo(() => sortAlternatives(alternatives), [alternatives]);
  const shown = showsAll ? sorted : sorted.filter((alternative, index) => index < shownAtFirst || alternative.id === value);
  const hidden = sorted.length - shown.length;
  const entries = useMemo(
    () =>
      (catalogue?.products ?? [])
        .filter((product) => product.kind !== 'proprietary' || product.id === value)
        .map((product) => ({ id: product.id, name: product.name, detail: translate(`common.track.${product.track}`) }))
        .sort((one, other) => one.name.localeCompare(other.name)),
    [catalogue, value, translate],
  );
  return (
    <div className="replacement-choice">
      {shown.length > 0 && (
        <fieldset className="alternatives">
          <legend className="small soft">{translate('mappingPage.alternatives', { alternatives: sorted.length })}</legend>
          {shown.map((alternative) => (
            <label key={alternative.id} className="alternative">
              <input type="radio" name={name} checked={alternative.id === value} onChange={() => onChoose(alternative.id)} />
              <span>
                <span className="alternative-name">{alternative.name}</span>
                <AlternativeEvidence alternative={alternative} />
              </span>
            </label>
          ))}
          {hidden > 0 && (
            <button type="button" className="button-quiet" onClick={() => setShowsAll(true)}>
              {translate('mappingPage.moreAlternatives', { alternatives: hidden })}
            </button>
          )}
        </fieldset>
      )}
      <EntryPicker
        label={translate(alternatives.length > 0 ? 'mappingPage.otherProduct' : 'mappingPage.replacement')}
        placeholder={translate('mappingPage.searchProduct')}
        entries={entries}
        value={alternatives.some((alternative) => alternative.id === value) ? null : value}
        onPick={onChoose}
      />
    </div>
  );
}

function AlternativeEvidence({ alternative }: { readonly alternative: Alternative }) {
  const { translate } = useTranslator();
  const { nameOfStack } = useClaimText();
  const { claim, usedIn, licence } = alternative;
  return (
    <span className="alternative-evidence small soft">
      <ConfidenceMark confidence={claim.confidence} />
      <span>{licence}</span>
      {usedIn.length > 0 && <span>{translate('mappingPage.usedIn', { models: usedIn.map(nameOfStack).join(', ') })}</span>}
      {claim.disputed && <span className="is-disputed">{translate('claims.disputed')}</span>}
    </span>
  );
}

/** The better supported first, then those in use somewhere, then by name. */
function sortAlternatives(alternatives: readonly Alternative[]): readonly Alternative[] {
  const rank = ({ claim }: Alternative) => confidenceOrder.indexOf(claim.confidence);
  return [...alternatives].sort((one, other) => rank(one) - rank(other) || other.usedIn.length - one.usedIn.length || one.name.localeCompare(other.name));
}
