import { Contrast, Languages, Redo2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { locales } from '../../core/i18n/keys.ts';
import { useNotices } from '../core/notices.ts';
import { useReadOnly } from '../core/readOnly.ts';
import { themes, useSettings, useTranslator } from '../core/settings.ts';
import { useCommand } from '../core/useCommand.ts';
import { useQuery } from '../core/useQuery.ts';
import { ChangeButton } from './ChangeButton.tsx';
import { JobList } from './JobList.tsx';
import { PaletteButtons } from './palette/PaletteButtons.tsx';
import { ReadOnlyMark } from './ReadOnlyMark.tsx';
import { ScenarioButton } from './scenarios/ScenarioButton.tsx';

export function TopBar({ hasPlan }: { readonly hasPlan: boolean }) {
  const { translate } = useTranslator();
  return (
    <header className="top-bar">
      <div className="top-bar-plan">{hasPlan ? <PlanName /> : <strong>Bascule</strong>}</div>
      {hasPlan && <ReadOnlyMark />}
      {hasPlan && <ScenarioButton />}
      {hasPlan && <UndoRedo />}
      <JobList />
      <PaletteButtons hasPlan={hasPlan} />
      <LanguageChoice label={translate('window.language')} />
      <ThemeChoice label={translate('window.theme')} />
    </header>
  );
}

function PlanName() {
  const { data } = useQuery('plan.get', {});
  if (!data) return null;
  return (
    <>
      <strong title={data.name}>{data.name}</strong>
      {data.administration !== data.name && (
        <span className="soft" title={data.administration}>
          {data.administration}
        </span>
      )}
    </>
  );
}

function UndoRedo() {
  const { translate } = useTranslator();
  const { data } = useQuery('history.list', { limit: 1 });
  const undo = useCommand('history.undo');
  const redo = useCommand('history.redo');
  const tell = useNotices((state) => state.tell);
  const nameOf = (entry: NonNullable<typeof data>['undo']) => (entry ? translate(entry.labelKey, entry.params) : '');
  const undoName = data?.undo ? translate('window.undo', { what: nameOf(data.undo) }) : translate('window.nothingToUndo');
  const redoName = data?.redo ? translate('window.redo', { what: nameOf(data.redo) }) : translate('window.nothingToRedo');

  const step = async (direction: 'undo' | 'redo') => {
    const done = await (direction === 'undo' ? undo : redo).run({});
    if (done) tell(`window.${direction}`, { what: translate(done.labelKey, done.params) });
  };
  const isReadOnly = useReadOnly();
  const latest = { step, canUndo: data?.undo != null && !isReadOnly, canRedo: data?.redo != null && !isReadOnly };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isEditing = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]') !== null;
      if (!(event.ctrlKey || event.metaKey) || isEditing) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey && latest.canUndo) void latest.step('undo');
      else if ((key === 'y' || (key === 'z' && event.shiftKey)) && latest.canRedo) void latest.step('redo');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  return (
    <div className="button-pair">
      <ChangeButton
        type="button"
        className="icon-button"
        aria-label={undoName}
        title={undoName}
        disabled={!latest.canUndo || undo.isRunning}
        onClick={() => void step('undo')}
      >
        <Undo2 size={20} aria-hidden />
      </ChangeButton>
      <ChangeButton
        type="button"
        className="icon-button"
        aria-label={redoName}
        title={redoName}
        disabled={!latest.canRedo || redo.isRunning}
        onClick={() => void step('redo')}
      >
        <Redo2 size={20} aria-hidden />
      </ChangeButton>
    </div>
  );
}

function LanguageChoice({ label }: { readonly label: string }) {
  const { translate } = useTranslator();
  const { locale, setLocale } = useSettings();
  return (
    <label className="icon-choice" title={label}>
      <Languages size={20} aria-hidden />
      <span className="visually-hidden">{label}</span>
      <select value={locale} onChange={(event) => setLocale(locales.find((candidate) => candidate === event.target.value) ?? 'en')}>
        {locales.map((candidate) => (
          <option key={candidate} value={candidate}>
            {translate(`window.locale.${candidate}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function ThemeChoice({ label }: { readonly label: string }) {
  const { translate } = useTranslator();
  const { theme, setTheme } = useSettings();
  return (
    <label className="icon-choice" title={label}>
      <Contrast size={20} aria-hidden />
      <span className="visually-hidden">{label}</span>
      <select value={theme} onChange={(event) => setTheme(themes.find((candidate) => candidate === event.target.value) ?? 'system')}>
        {themes.map((candidate) => (
          <option key={candidate} value={candidate}>
            {translate(`window.theme.${candidate}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
