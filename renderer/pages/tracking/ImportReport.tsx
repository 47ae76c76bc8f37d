import type { Output } from '../../../core/contract/contract.ts';
import { useTranslator } from '../../core/settings.ts';
import { SidePanel } from '../../parts/SidePanel.tsx';

type Report = Output<'tracking.importProgress'>['report'];
const counts = ['read', 'new', 'changed', 'unchanged', 'ambiguous', 'skipped'] as const;

/** What an import of states has read, changed and left out, and why. */
export function ImportReport({ report, onClose }: { readonly report: Report; readonly onClose: () => void }) {
  const { translate, number } = useTranslator();
  return (
    <SidePanel title={translate('trackingPage.importTitle')} onClose={onClose}>
      <section>
        <h3>{translate('trackingPage.importFiles')}</h3>
        <ul>
          {report.files.map((file) => (
            <li key={file.name}>
              <strong>{file.name}</strong> <span className="soft">{translate(file.seenKey, file.seenParams)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{translate('trackingPage.importCounts')}</h3>
        <table className="tracking-plain">
          <tbody>
            {counts.map((count) => (
              <tr key={count}>
                <th scope="row">{translate(`trackingPage.import.${count}`)}</th>
                <td className="number">{number(report.progress[count])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {report.samples.length > 0 && (
        <section>
          <h3>{translate('trackingPage.importSamples')}</h3>
          <ul className="tracking-samples">
            {report.samples.map((sample) => (
              <li key={`${sample.kind} ${sample.what} ${sample.reasonKey}`}>
                <strong>{sample.what}</strong> <span className="soft">{translate(sample.reasonKey, sample.params)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {report.issues.length > 0 && (
        <section>
          <h3>{translate('trackingPage.importIssues', { count: report.issueCount })}</h3>
          <ul className="tracking-samples">
            {report.issues.map((issue) => (
              <li key={`${issue.file} ${issue.row} ${issue.field} ${issue.messageKey}`}>
                {translate(issue.row === undefined ? 'cli.place.file' : issue.field === undefined ? 'cli.place.row' : 'cli.place.field', {
                  file: issue.file,
                  row: issue.row ?? 0,
                  field: issue.field ?? '',
                  sentence: translate(issue.messageKey, issue.params),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </SidePanel>
  );
}
