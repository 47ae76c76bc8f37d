import { ChevronDown, Printer } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import type { FileKind } from '../../../core/contract/shell.ts';
import { useNotices } from '../../core/notices.ts';
import { seenKeyOf, useSeenSteps } from '../../core/seenSteps.ts';
import { useServices } from '../../core/services.tsx';
import { useTranslator } from '../../core/settings.ts';
import { asAppError, useJob } from '../../core/useCommand.ts';
import { useQuery } from '../../core/useQuery.ts';
import type { PaperInput } from './ReportPage.tsx';
import { useReportView } from './reportView.ts';
import '../../parts/floating.css';

const formats = ['csv', 'ics', 'json', 'ods', 'odt', 'xlsx', 'mspdi'] as const;
const endings: Readonly<Partial<Record<FileKind, string>>> = { mspdi: 'mspdi.xml' };

export function ExportButtons({ paper, isDisabled }: { readonly paper: PaperInput; readonly isDisabled: boolean }) {
  const { translate } = useTranslator();
  const { shell } = useServices();
  const standard = useReportView((state) => state.standard);
  const { data: plan } = useQuery('plan.get', {});
  const { data: known } = useQuery('report.listFormats', { locale: paper.locale });
  const { tell, fail } = useNotices();
  const note = useSeenSteps((state) => state.note);
  const print = useJob('report.print');
  const write = useJob('report.export');

  /** Asks for a place, lets the job write there and hands the file over. */
  const toFile = async (kind: FileKind, name: string, job: (target: string) => Promise<boolean>) => {
    try {
      const place = await shell.choosePlace(kind, name);
      if (place !== null && (await job(place.handle))) await shell.deliver(place);
    } catch (error) {
      fail(asAppError(error));
    }
  };
  const base = translate('reportPage.fileName', { plan: plan?.name ?? '', kind: translate(`reportPage.kind.${paper.kind ?? 'plan'}`) }).trim();
  const exportPdf = () =>
    toFile('pdf', `${base}.pdf`, async (target) => {
      const done = await print.run({ ...paper, target, standard }, 'reportPage.printJob');
      if (!done) return false;
      tell('reportPage.printed', { file: `${base}.pdf`, pages: done.pages });
      if (plan) note(seenKeyOf(plan), 'print');
      return true;
    });
  const exportAs = (format: (typeof formats)[number]) => {
    const name = `${plan?.name ?? 'plan'}.${endings[format] ?? format}`;
    return toFile(format, name, async (target) => {
      const done = await write.run({ target, format, locale: paper.locale, today: paper.today }, 'reportPage.exportJob');
      if (done) tell('reportPage.exported', { file: name });
      return done !== undefined;
    });
  };
  return (
    <>
      <MenuTrigger>
        <Button className="button">
          {translate('reportPage.exportOther')}
          <ChevronDown size={16} aria-hidden />
        </Button>
        <Popover className="menu-popover" placement="bottom end">
          <Menu
            className="menu"
            disabledKeys={(known?.write ?? []).flatMap(({ id, isAvailable }) => (isAvailable ? [] : [id]))}
            onAction={(key) => {
              const format = formats.find((name) => name === key);
              if (format) void exportAs(format);
            }}
          >
            {(known?.write ?? []).map(({ id, name, isAvailable }) => (
              <MenuItem key={id} id={id} textValue={name} className="menu-item">
                <Text slot="label" className="menu-label">
                  {name}
                  {!isAvailable && <span className="small soft">{translate('reportPage.toCome')}</span>}
                </Text>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <button type="button" className="button-primary" disabled={isDisabled} onClick={() => void exportPdf()}>
        <Printer size={16} aria-hidden />
        {translate('reportPage.exportPdf')}
      </button>
    </>
  );
}
