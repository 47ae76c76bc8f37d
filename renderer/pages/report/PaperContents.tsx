import type { Output } from '../../../core/contract/contract.ts';
import { reportSections } from '../../../core/contract/reportSections.ts';
import type { Locale } from '../../../core/i18n/keys.ts';
import { useTranslator } from '../../core/settings.ts';
import { placesOf } from './placesOf.ts';
import { useReportView } from './reportView.ts';

type Heading = Output<'report.preview'>['headings'][number];
type PaperContentsProps = {
  readonly headings: readonly Heading[];
  readonly paperLocale: Locale;
  readonly current: number;
  readonly onGo: (page: number) => void;
};

/** The sections in their order, each with its switch, its page and the headings in it: contents and choice in one. */
export function PaperContents({ headings, paperLocale, current, onGo }: PaperContentsProps) {
  const { translate } = useTranslator();
  const { kind, sections, toggleSection } = useReportView();
  const places = placesOf(headings, paperLocale);
  const currentSection = reportSections.findLast((name) => sections[kind].includes(name) && (places.get(name)?.page ?? Number.POSITIVE_INFINITY) <= current);
  return (
    <section aria-labelledby="paper-contents-heading">
      <h2 id="paper-contents-heading" className="paper-contents-heading">
        {translate('reportPage.contents')}
      </h2>
      <ol className="paper-contents">
        {reportSections.map((name) => {
          const isChosen = sections[kind].includes(name);
          const place = isChosen ? places.get(name) : undefined;
          const title = translate(name === 'title' ? 'reportPage.section.title' : `report.section.${name}`);
          return (
            <li key={name}>
              <div className={name === currentSection ? 'contents-row is-current' : 'contents-row'}>
                <input
                  type="checkbox"
                  role="switch"
                  aria-checked={isChosen}
                  className="switch"
                  aria-label={title}
                  checked={isChosen}
                  onChange={() => toggleSection(name)}
                />
                <ContentsLine title={title} page={place?.page ?? null} isCurrent={name === currentSection} onGo={onGo} />
              </div>
              {place?.parts.map((part) => (
                <ContentsLine key={`${part.page} ${part.title}`} title={part.title} page={part.page} isPart onGo={onGo} />
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

type ContentsLineProps = {
  readonly title: string;
  readonly page: number | null;
  readonly isCurrent?: boolean;
  readonly isPart?: boolean;
  readonly onGo: (page: number) => void;
};

function ContentsLine({ title, page, isCurrent = false, isPart = false, onGo }: ContentsLineProps) {
  const { translate, number } = useTranslator();
  const name = isPart ? 'contents-line contents-part' : 'contents-line';
  if (page === null) return <span className={`${name} soft`}>{title}</span>;
  return (
    <button type="button" className={name} aria-current={isCurrent ? 'location' : undefined} onClick={() => onGo(page)}>
      <span>{title}</span>
      <span className="number">
        <span className="visually-hidden">{translate('reportPage.onPage')}</span> {number(page)}
      </span>
    </button>
  );
}
