import { X } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Notice, useNotices } from '../core/notices.ts';
import { useTranslator } from '../core/settings.ts';
import { useCommand } from '../core/useCommand.ts';
import { ChangeButton } from './ChangeButton.tsx';

const shownMilliseconds = 8000;

/** What has been done or has failed. Good news goes by itself, unless somebody is reading it; bad news stays. */
export function NoticeList() {
  const { list } = useNotices();
  const shown = useRef<HTMLOListElement>(null);
  const isAtLeft = useFreeSide(shown, list);
  return (
    <ol ref={shown} className={isAtLeft ? 'notices is-left' : 'notices'} aria-live="polite">
      {list.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </ol>
  );
}

/** The notices lie above the page: what has the focus is never hidden by them, they give way to the other side. */
function useFreeSide(shown: RefObject<HTMLElement | null>, list: readonly Notice[]): boolean {
  const [isAtLeft, setAtLeft] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other notices cover other things
  useEffect(() => {
    const giveWay = () => {
      const [own, focused] = [shown.current, document.activeElement];
      if (!own || !focused || own.contains(focused)) return;
      const [above, below] = [own.getBoundingClientRect(), focused.getBoundingClientRect()];
      const isHidden = below.left >= above.left && below.right <= above.right && below.top >= above.top && below.bottom <= above.bottom;
      if (isHidden) setAtLeft((before) => !before);
    };
    giveWay();
    document.addEventListener('focusin', giveWay);
    return () => document.removeEventListener('focusin', giveWay);
  }, [shown, list]);
  return isAtLeft;
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
      {/* Only the sentence is said by itself, and its buttons are found where they stand. */}
      <div className="notice-actions" aria-live="off">
        {notice.canUndo && (
          <ChangeButton
            type="button"
            className="button-quiet"
            onClick={() => {
              dismiss(notice.id);
              void undo.run({});
            }}
          >
            {translate('window.undoButton')}
          </ChangeButton>
        )}
        <button type="button" className="icon-button" aria-label={translate('window.dismiss')} onClick={() => dismiss(notice.id)}>
          <X size={16} aria-hidden />
        </button>
      </div>
    </li>
  );
}
