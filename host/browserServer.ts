import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../core/contract/errors.ts';
import { createTranslator, type Translator } from '../core/i18n/translate.ts';
import type { RunningCore } from './createCore.ts';
import type { IsoDate } from '../core/domain/calendar.ts';

type Options = { readonly locale: 'de' | 'en' | 'fr'; readonly today: () => IsoDate };

const headers = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/**
 * The plan for a browser on this machine: its figures on one page, and the paper. Read only. Answers only requests that
 * name this machine, so that a page from elsewhere cannot reach it through a name of its own (DNS rebinding).
 */
export function createBrowserServer(running: RunningCore, options: Options): Server {
  return createServer((request, response) => {
    answer(running, options, request, response).catch((error: unknown) => {
      const t = createTranslator(options.locale);
      const failure = error instanceof AppError ? error : new AppError('internal', 'error.internal', { params: { traceId: randomUUID() } });
      send(
        response,
        failure.code === 'notFound' ? 404 : 500,
        page(t, t.translate('cli.page.failed'), `<p>${escapeHtml(t.translate(failure.messageKey, failure.params))}</p>`),
      );
    });
  });
}

async function answer(running: RunningCore, options: Options, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (host !== '127.0.0.1' && host !== 'localhost') {
    response.writeHead(403, headers).end();
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end();
    return;
  }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const asked = url.searchParams.get('locale');
  const locale = asked === 'de' || asked === 'en' || asked === 'fr' ? asked : options.locale;
  const t = createTranslator(locale);
  if (url.pathname === '/') {
    send(response, 200, page(t, 'Bascule', await summary(running, options, t)));
  } else if (url.pathname === '/plan.pdf') {
    response.writeHead(200, { ...headers, 'Content-Type': 'application/pdf' }).end(await printed(running, locale, options.today()));
  } else {
    send(response, 404, page(t, t.translate('cli.page.missing'), ''));
  }
}

async function printed(running: RunningCore, locale: 'de' | 'en' | 'fr', today: IsoDate): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'bascule-page-'));
  try {
    const path = join(folder, 'plan.pdf');
    await running.core.call('report.print', { target: running.files.handleFor(path), locale, today });
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function summary(running: RunningCore, options: Options, t: Translator): Promise<string> {
  let found: Awaited<ReturnType<typeof figures>>;
  try {
    found = await figures(running, options);
  } catch (error) {
    if (error instanceof AppError && error.messageKey === 'app.noPlanOpen') return `<p>${escapeHtml(t.translate('app.noPlanOpen'))}</p>`;
    throw error;
  }
  const { plan, problems } = found;
  const rows: [string, string][] = [
    [t.translate('cli.column.accounts'), t.number(found.accounts)],
    [t.translate('cli.column.items'), t.number(found.items)],
    [t.translate('cli.column.finish'), found.finishesOn === null ? '–' : t.date(found.finishesOn)],
    [t.translate('cli.column.cost'), t.money(found.totalCostCents)],
  ];
  return [
    `<h2>${escapeHtml(plan.name)}</h2><p>${escapeHtml(plan.administration)}</p>`,
    `<table>${rows.map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`).join('')}</table>`,
    problems.length === 0 ? '' : `<ul>${problems.map((problem) => `<li>${escapeHtml(t.translate(problem.messageKey, problem.params))}</li>`).join('')}</ul>`,
    `<p><a href="/plan.pdf?locale=${t.locale}">PDF</a></p>`,
  ].join('\n');
}

function figures(running: RunningCore, options: Options) {
  return running.core.call('plan.getSummary', { today: options.today() });
}

function page(t: Translator, title: string, body: string): string {
  return `<!doctype html>
<html lang="${t.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:3rem auto;padding:0 1.5rem}th{text-align:left;font-weight:400;padding:.25rem 2rem .25rem 0}td{text-align:right;font-variant-numeric:tabular-nums}</style>
</head><body><h1>${escapeHtml(title)}</h1>
${body}
</body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/html; charset=utf-8' }).end(html);
}
