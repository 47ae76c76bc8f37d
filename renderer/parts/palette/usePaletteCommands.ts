import { locales } from '../../../core/i18n/keys.ts';
import { useNotices } from '../../core/notices.ts';
import { goTo, pageOfTable } from '../../core/goTo.ts';
import { pageNames, useRoute } from '../../core/route.ts';
import { useReadOnly } from '../../core/readOnly.ts';
import { themes, useSettings, useTranslator } from '../../core/settings.ts';
import { today } from '../../core/today.ts';
import { useCommand, useJob } from '../../core/useCommand.ts';
import { usePlanFiles } from '../../core/usePlanFiles.ts';
import { useQuery } from '../../core/useQuery.ts';
import type { PaletteEntry } from './paletteEntries.ts';
import { usePalette } from './paletteStore.ts';

/** Pages and commands by name; without a plan only those that need none. */
export function usePaletteCommands(hasPlan: boolean): { readonly pages: readonly PaletteEntry[]; readonly commands: readonly PaletteEntry[] } {
  const { translate } = useTranslator();
  const { locale, setLocale, setTheme } = useSettings();
  const go = useRoute((state) => state.go);
  const tell = useNotices((state) => state.tell);
  const show = usePalette((state) => state.show);
  const files = usePlanFiles();
  const { data: history } = useQuery('history.list', { limit: 1 });
  const { data: views } = useQuery('view.list', {});
  const undo = useCommand('history.undo');
  const redo = useCommand('history.redo');
  const accept = useCommand('mapping.acceptProposals');
  const build = useJob('schedule.build');
  const isReadOnly = useReadOnly();

  const step = async (direction: 'undo' | 'redo') => {
    const done = await (direction === 'undo' ? undo : redo).run({});
    if (done) tell(`window.${direction}`, { what: translate(done.labelKey, done.params) });
  };
  const entry = (id: string, text: string, run: () => void): PaletteEntry => ({ id, text, note: '', run });
  const command = (name: string, run: () => void) => entry(`command ${name}`, translate(`palette.command.${name}`), run);
  const changing = (made: PaletteEntry): PaletteEntry => (isReadOnly ? { ...made, note: translate('window.readOnly'), isDisabled: true } : made);
  const stepEntry = (direction: 'undo' | 'redo'): PaletteEntry[] => {
    const target = history?.[direction];
    if (!hasPlan || !target) return [];
    return [
      changing(
        entry(`command ${direction}`, translate(`window.${direction}`, { what: translate(target.labelKey, target.params) }), () => void step(direction)),
      ),
    ];
  };
  const viewEntries = (views ?? []).flatMap(({ id, table, name, definition }): PaletteEntry[] => {
    if (definition === null) return [];
    const note = translate(`window.page.${pageOfTable[definition.table]}`);
    return [
      { id: `view ${table} ${id}`, text: translate('palette.command.view', { name }), note, run: () => goTo({ kind: 'view', table: definition.table, id }) },
    ];
  });
  const ofPlan = [
    changing(command('import', () => go('inventory', 'import'))),
    changing(
      command('decide', async () => {
        const done = await accept.run({});
        if (done) tell(done.labelKey, done.params, done.changed > 0);
      }),
    ),
    changing(
      command('planWaves', async () => {
        const done = await build.run({ locale, today: today() }, 'startPage.planJob');
        if (done) tell('startPage.planned', { waves: done.result.waves }, done.changed > 0);
      }),
    ),
    command('print', () => go('report')),
    command('closePlan', () => void files.close()),
  ];
  return {
    pages: pageNames
      .filter((name) => hasPlan || name === 'start' || name === 'register')
      .map((name) => entry(`page ${name}`, translate(`window.page.${name}`), () => go(name))),
    commands: [
      ...stepEntry('undo'),
      ...stepEntry('redo'),
      ...(hasPlan ? ofPlan : []),
      command('newPlan', () => go('start', 'new')),
      command('openPlan', () => void files.open('choose')),
      command('sample', () => void files.openSample()),
      ...(hasPlan ? viewEntries : []),
      command('shortcuts', () => show('shortcuts')),
      ...locales.map((name) =>
        entry(`locale ${name}`, translate('palette.command.locale', { name: translate(`window.locale.${name}`) }), () => setLocale(name)),
      ),
      ...themes.map((name) => entry(`theme ${name}`, translate('palette.command.theme', { name: translate(`window.theme.${name}`) }), () => setTheme(name))),
    ],
  };
}
