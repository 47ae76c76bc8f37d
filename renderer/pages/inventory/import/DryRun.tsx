import type { Output } from '../../../../core/contract/contract.ts';
import { useTranslator } from '../../../core/settings.ts';
import { ScrollRegion } from '../../../parts/ScrollRegion.tsx';
import { StatusMark } from '../../../parts/StatusMark.tsx';
import { SourceChoices } from './SourceChoices.tsx';

type Report = Output<'inventory.previewImport'>;
const kinds = ['units', 'accounts', 'software', 'contracts', 'progress'] as const;
const counters = ['read', 'new', 'changed', 'unchanged', 'ambiguous', 'skipped', 'gone'] as const;

/** What the import would change, before anything is written. */
export function DryRun({ report }: { readonly report: Report }) {
  const { translate, number } = useTranslator();
  const shown = kinds.filter((kind) => counters.some((counter) => report[kind][counter] > 0));
  const skipped = report.files.flatMap((file) => file.skipped.map((skip) => ({ ...skip, file: file.name })));
  return (
    <div className="dry-run">
      <h2 id="dry-run-title">{translate('inventoryPage.import.wouldChange')}</h2>
      {shown.length === 0 ? (
        <p>{translate('inventoryPage.import.nothingInFiles')}</p>
      ) : (
        <ScrollRegion className="dry-run-scroll" labelledBy="dry-run-title">
          <table className="dry-run-counts">
            <thead>
              <tr>
                <th scope="col" className="dry-run-head">
                  <span className="visually-hidden">{translate('inventoryPage.import.what')}</span>
                </th>
                {counters.map((counter) => (
                  <th key={counter} scope="col" className="number dry-run-head">
                    {translate(`inventoryPage.counter.${counter}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((kind) => (
                <tr key={kind}>
                  <th scope="row">{translate(`inventoryPage.counted.${kind}`)}</th>
                  {counters.map((counter) => (
                    <td key={counter} className={`number${report[kind][counter] === 0 ? ' soft' : ''}`}>
                      {number(report[kind][counter])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <SourceChoices report={report} />
      {report.otherFiles.length > 0 && (
        <section>
          <h3>{translate('inventoryPage.import.otherFiles')}</h3>
          <ul className="dry-run-samples">
            {report.otherFiles.map((sum) => (
              <li key={sum.format}>
                {translate('inventoryPage.import.filesOfFormat', { files: sum.files, format: translate(`format.${sum.format}`), records: sum.records })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {report.leftOutCount > 0 && (
        <section>
          <h3>{translate('inventoryPage.import.leftOutFiles', { files: report.leftOutCount })}</h3>
          <ul className="dry-run-issues">
            {report.leftOut.map((left, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an archive may hold two files of one name
              <li key={index}>
                <span>{left.name}</span>
                <span className="small soft">{translate(left.reasonKey, left.params)}</span>
              </li>
            ))}
          </ul>
          {report.leftOutCount > report.leftOut.length && (
            <p className="small soft">{translate('inventoryPage.import.moreLeftOut', { files: report.leftOutCount - report.leftOut.length })}</p>
          )}
        </section>
      )}
      {report.samples.length > 0 && (
        <section>
          <h3>{translate('inventoryPage.import.firstDifferences')}</h3>
          <ul className="dry-run-samples">
            {report.samples.map((sample, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may stand here twice
              <li key={index}>
                <span className="small soft">{translate(`inventoryPage.counter.${sample.kind}`)}</span>
                <span className="dry-run-what">{sample.what}</span>
                <span className="small soft">{translate(sample.reasonKey, sample.params)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {(skipped.length > 0 || report.issueCount > 0) && (
        <section>
          <h3>{translate('inventoryPage.import.issues', { issues: report.issueCount })}</h3>
          <ul className="dry-run-issues">
            {skipped.map((skip) => (
              <li key={`${skip.file} ${skip.reasonKey}`}>
                <StatusMark state="exception" label={translate('inventoryPage.import.skipped', { file: skip.file, rows: skip.count })} />
                <span className="small soft">{translate(skip.reasonKey)}</span>
              </li>
            ))}
            {report.issues.map((issue, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence may be said of many rows
              <li key={index}>
                <StatusMark state={issue.severity === 'error' ? 'problem' : 'exception'} label={translate(`common.severity.${issue.severity}`)} />
                <span>
                  {translate(issue.row === undefined ? 'cli.place.file' : issue.field === undefined ? 'cli.place.row' : 'cli.place.field', {
                    file: issue.file,
                    row: issue.row ?? 0,
                    field: issue.field ?? '',
                    sentence: translate(issue.messageKey, issue.params),
                  })}
                </span>
              </li>
            ))}
          </ul>
          {report.issueCount > report.issues.length && (
            <p className="small soft">{translate('inventoryPage.import.moreIssues', { issues: report.issueCount - report.issues.length })}</p>
          )}
        </section>
      )}
    </div>
  );
}
