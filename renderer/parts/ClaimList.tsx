import { Scale } from 'lucide-react';
import { useTranslator } from '../core/settings.ts';
import { ConfidenceMark } from './ConfidenceMark.tsx';
import { type ClaimLine, useClaimText } from './useClaimText.ts';
import './claims.css';

/** Statements in the order in which they help to judge. */
const order = ['usedIn', 'dependsOn', 'jurisdiction', 'licence', 'endOfSupport', 'blocker', 'note', 'replaces', 'successor', 'protocol', 'format'];

/** Statements by what they are about, each with who says so, when, and how sure we may be. */
export function ClaimList({ claims, onOpen }: { readonly claims: readonly ClaimLine[]; readonly onOpen?: ((claim: ClaimLine) => void) | undefined }) {
  const { translate } = useTranslator();
  const abouts = [...new Set(claims.map((claim) => claim.about))].sort((one, other) => order.indexOf(one) - order.indexOf(other));
  return (
    <div className="claims">
      {abouts.map((about) => (
        <section key={about} className="claims-group">
          <h4>{translate(`claims.about.${about}`)}</h4>
          <ul>
            {sameSource(claims.filter((claim) => claim.about === about)).map((together) => (
              <ClaimGroup key={together.map((claim) => claim.value).join()} claims={together} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Statements that one source makes on one day share its line; a disputed one stands alone with its other side. */
function sameSource(claims: readonly ClaimLine[]): readonly (readonly ClaimLine[])[] {
  const groups: ClaimLine[][] = [];
  for (const claim of claims) {
    const group = groups.find(([first]) => first !== undefined && !first.disputed && !claim.disputed && sourceOf(first) === sourceOf(claim));
    if (group) group.push(claim);
    else groups.push([claim]);
  }
  return groups;
}

function sourceOf({ source, date, confidence }: ClaimLine): string {
  return [source.title, source.publisher, source.url, date, confidence].join('\n');
}

function ClaimGroup({ claims, onOpen }: { readonly claims: readonly ClaimLine[]; readonly onOpen: ((claim: ClaimLine) => void) | undefined }) {
  const { textOf } = useClaimText();
  const [first] = claims;
  if (first === undefined) return null;
  return (
    <li className="claim">
      {claims.map((claim) =>
        claim.subject && onOpen ? (
          <button key={textOf(claim)} type="button" className="text-link claim-text" onClick={() => onOpen(claim)}>
            {textOf(claim)}
          </button>
        ) : (
          <p key={textOf(claim)} className="claim-text">
            {textOf(claim)}
          </p>
        ),
      )}
      <ClaimSource claim={first} />
      {first.disputed && <Dispute disputed={first.disputed} />}
    </li>
  );
}

const titlePlace = '\u0000';

/** Who says so, when, how sure; the address stands as text, because nothing leaves this machine unasked. */
export function ClaimSource({ claim }: { readonly claim: Pick<ClaimLine, 'source' | 'date' | 'confidence'> }) {
  const { translate } = useTranslator();
  const { dayOf } = useClaimText();
  const { title, language, publisher, url } = claim.source;
  const isUnsourced = claim.confidence === 'unverified';
  const day = dayOf(claim.date);
  // The title in its own language within a sentence in the window's: screen readers change their voice for it.
  const [before, after] = translate(publisher === '' ? 'claims.sourceAlone' : 'claims.source', { title: titlePlace, publisher, day }).split(titlePlace);
  return (
    <div className="claim-source small soft">
      <ConfidenceMark confidence={claim.confidence} />
      {isUnsourced ? (
        <span>{translate('claims.byEditors', { day })}</span>
      ) : (
        <span>
          {before}
          <span lang={language}>{title}</span>
          {after}
        </span>
      )}
      {url !== null && !isUnsourced && <span className="claim-address mono">{url}</span>}
    </div>
  );
}

/** The other side of a disputed statement, as large as the first. */
function Dispute({ disputed }: { readonly disputed: NonNullable<ClaimLine['disputed']> }) {
  const { translate } = useTranslator();
  return (
    <div className="dispute">
      <Scale size={16} aria-hidden />
      <div>
        <p>
          <strong>{translate('claims.disputed')}</strong> {translate('claims.says', { by: disputed.by })}
        </p>
        <p className="claim-text" lang="en">
          {disputed.statement}
        </p>
        <p className="small soft" lang={disputed.sourceLanguage}>
          {disputed.source}
        </p>
      </div>
    </div>
  );
}
