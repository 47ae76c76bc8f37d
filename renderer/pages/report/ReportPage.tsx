import { useMemo, useRef, useState } from 'react';
import type { Input } from '../../../core/contract/contract.ts';
import { shortFingerprint } from '../../../core/report/shortFingerprint.ts';
import { useSettings, useTranslator } from '../../core/settings.ts';
import { today } from '../../core/today.ts';
import { useQuery } from '../../core/useQuery.ts';
import { EmptyPage } from '../../parts/EmptyPage.tsx';
import { PageHeading } from '../../parts/PageHeading.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { PaperChoices, PaperKindChoice } from './PaperChoices.tsx';
import { PaperContents } from './PaperContents.tsx';
import { PaperPages, type PaperPagesHandle } from './PaperPages.tsx';
import { useReportView } from './reportView.ts';
import './report.css';

export type PaperInput = Omit<Input<'report.preview'>, 'firstPage' | 'pageCount'>;

/** The report as it will print, from the compiler and the document that also make the PDF. */
export function ReportPage() {
  const { translate } = useTranslator();
  const windowLocale = useSettings((state) => state.locale);
  const { kind, locale, sections } = useReportView();
  const day = today();
  const chosen = sections[kind];
  const paper: PaperInput = useMemo(
    () => ({ kind, locale: locale ?? windowLocale, sections: [...chosen], today: day }),
    [kind, locale, windowLocale, chosen, day],
  );
  const { data, error, isFetching } = useQuery('report.preview', paper);
  const [page, setPage] = useState(1);
  const pages = useRef<PaperPagesHandle>(null);
  const isEmpty = chosen.length === 0;
  return (
    <>
      <PageHeading
        title={translate('window.page.report')}
        lead={data === undefined || isEmpty ? ' ' : translate('reportPage.lead', { pages: data.sheets.length })}
      >
        <ExportButtons paper={paper} isDisabled={isEmpty} />
      </PageHeading>
      <div className="report-page">
        <div className="report-side">
          <PaperKindChoice />
          <PaperContents
            headings={(!isEmpty && data?.headings) || []}
            paperLocale={paper.locale}
            current={page}
            onGo={(target) => pages.current?.goTo(target)}
          />
          <PaperChoices />
          {data && (
            <p className="small soft paper-fingerprint">
              {translate('reportPage.fingerprint')} <span className="mono">{shortFingerprint(data.fingerprint)}</span>
            </p>
          )}
        </div>
        {isEmpty ? (
          <EmptyPage sentence={translate('reportPage.noSections')} />
        ) : error ? (
          <EmptyPage sentence={translate(error.messageKey, error.params)} />
        ) : (
          <PaperPages ref={pages} paper={paper} sheets={data?.sheets ?? []} headings={data?.headings ?? []} isSetting={isFetching} onPage={setPage} />
        )}
      </div>
    </>
  );
}
