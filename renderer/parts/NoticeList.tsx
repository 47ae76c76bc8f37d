import { X } from 'lucide-react';
import { useEffect } from 'react';
import { type Notice, useNotices } from '../core/notices.ts';
import { useTranslator } from '../core/settings.ts';
import { useCommand } from '../core/useCommand.ts';

const shownMilliseconds = 8000;

/** What has been done or has failed. Good news goes by itself, unless somebody is reading it; bad news stays. */
export function NoticeList() {
  const { list } = useNotices();
  return (
    <ol className="notices" aria-live="polite">
      {list.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </ol>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const { translate } = useTranslator();
  const { dismiss } = useNotices();
  const undo = useCommand('history.undo');
  useEffect(() => {
    if (notice.kind === 'failed') return undefined;
    const timeout = setTimeout(() => dismiss(notice.id), shownMilliseconds);
    return () => clearTimeout(timeout);
  }, [notice, dismiss]);
  return (
    <li className={`notice notice-${notice.kind}`} role={notice.kind === 'failed' ? 'alert' : undefined}>
      <div>
        <p>{translate(notice.messageKey, notice.params)}</p>
        {notice.issues.length > 0 && (
          <ul className="notice-issues small">
            {notice.issues.slice(0, 8).map((issue) => (
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
        )}
      </div>
      {notice.canUndo && (
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            dismiss(notice.id);
            void undo.run({});
          }}
        >
          {translate('window.undoButton')}
        </button>
      )}
      <button type="button" className="icon-button" aria-label={translate('window.dismiss')} onClick={() => dismiss(notice.id)}>
        <X size={16} aria-hidden />
      </button>
    </li>
  );
}
