import type { Translator } from '../../core/i18n/translate.ts';
import type { PlanReport, ReportAssumption } from '../../core/report/planReport.ts';
import { left, right } from './inventorySections.ts';
import type { Block, Row, Section } from './paperDocument.ts';

/** Every number's source or the word assumption, what is open, and how it was computed. */
export function sourcesSection(report: PlanReport, t: Translator): Section {
  const blocks: Block[] = [{ kind: 'text', text: t.translate('report.sources.lead') }];
  if (report.assumptions.length > 0) {
    blocks.push({
      kind: 'table',
      caption: t.translate('report.sources.caption'),
      columns: [left(t, 'assumption', 0), right(t, 'value', 38), left(t, 'source', 46), left(t, 'confidence', 21)],
      rows: report.assumptions.map(
        (assumption): Row => [
          { text: assumption.note === '' ? assumption.key : assumption.note, ...(assumption.isChanged ? { note: t.translate('report.sources.changed') } : {}) },
          assumptionValueText(assumption, t),
          assumption.sourceTitle === null
            ? { text: t.translate('common.assumption'), strong: true }
            : { text: assumption.sourceTitle, ...(assumption.sourceUrl === null ? {} : { note: breakable(assumption.sourceUrl) }) },
          t.translate(`common.confidence.${assumption.confidence}`),
        ],
      ),
    });
  }
  if (report.templateSources.length > 0) {
    blocks.push({ kind: 'heading', level: 2, text: t.translate('report.sources.template') });
    if (report.templateName !== null) blocks.push({ kind: 'text', text: t.translate('report.sources.templateText', { name: report.templateName[t.locale] }) });
    blocks.push({
      kind: 'list',
      items: report.templateSources.map(({ title, publisher, url }) => `${title}, ${publisher}${url === null ? '' : `, ${breakable(url)}`}`),
    });
  }
  blocks.push(
    ...problemBlocks(report, t),
    { kind: 'heading', level: 2, text: t.translate('report.method.title') },
    { kind: 'list', items: methodNotes(report, t) },
  );
  if (report.imports.length > 0) {
    blocks.push({
      kind: 'table',
      caption: t.translate('report.imports.caption'),
      columns: [left(t, 'file', 0), left(t, 'format', 28), left(t, 'checksum', 40)],
      rows: report.imports.map(({ fileName, format, sha256 }): Row => [fileName, format, sha256.slice(0, 16)]),
    });
  }
  return { title: t.translate('report.section.assumptions'), landscape: false, newPage: true, blocks };
}

function problemBlocks(report: PlanReport, t: Translator): Block[] {
  const title: Block = { kind: 'heading', level: 2, text: t.translate('report.problems.title') };
  if (report.problems.length === 0) return [title, { kind: 'text', text: t.translate('report.problems.none') }];
  return [
    title,
    {
      kind: 'table',
      caption: t.translate('report.problems.caption'),
      columns: [left(t, 'severity', 30), left(t, 'problem', 0)],
      rows: report.problems.map(
        ({ severity, messageKey, params }): Row => [
          { mark: severity === 'notice' ? 'planned' : severity === 'warning' ? 'running' : 'problem', text: t.translate(`common.severity.${severity}`) },
          t.translate(messageKey, params),
        ],
      ),
    },
  ];
}

function methodNotes(report: PlanReport, t: Translator): string[] {
  const { holidays } = report;
  const first = holidays[0];
  const last = holidays[holidays.length - 1];
  return [
    t.translate('report.method.counters'),
    t.translate('report.method.money', { currency: report.plan.currency }),
    t.translate('report.method.days'),
    ...(first === undefined || last === undefined
      ? []
      : [
          t.translate('report.method.holidays', {
            count: holidays.length,
            from: first.date,
            to: last.date,
            place: [report.plan.country, report.plan.region].filter((part) => part !== null).join('-'),
          }),
        ]),
    ...(report.figures.gap === null || report.figures.gap < 0.0005 ? [] : [t.translate('report.method.gap', { gap: t.percent(report.figures.gap, 1) })]),
    t.translate('report.method.confidence'),
    t.translate('report.method.fingerprint', { fingerprint: report.fingerprint.replace(/(.{8})(?=.)/g, '$1\u200b'), revision: report.revision }),
  ];
}

export function assumptionValueText({ value, unit }: ReportAssumption, t: Translator): string {
  if (unit === 'percent') return t.percent(value / 100, fractionDigits(value));
  const amount =
    unit === 'percentPerYear' ? t.percent(value / 100, fractionDigits(value)) : unit.startsWith('cents') ? t.money(Math.round(value)) : t.number(value);
  return `${amount} ${t.translate(`common.unit.${unit}`)}`;
}

const fractionDigits = (value: number): number => Math.min(2, (String(value).split('.')[1] ?? '').length);

/** A long address may break after its slashes, dots, hyphens and question marks. */
function breakable(url: string): string {
  return url.replace(/([/.?&=_-])(?=[^/])/g, '$1\u200b');
}
