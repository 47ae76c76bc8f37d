import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, extname, isAbsolute, join, normalize, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { contentSecurityPolicy, pageMediaTypes } from '../core/contract/pagePolicy.ts';
import { AppError, toWireError } from '../core/contract/errors.ts';
import type { ChosenFile } from '../core/contract/shell.ts';
import { isoDateValue, localeValue, nameValue } from '../core/contract/values.ts';
import type { RunningCore } from './createCore.ts';
import { makeSample } from './generate/makeSample.ts';
import { cleanFileName, type PlanFolder } from './planFolder.ts';
import { acceptWebSockets } from './wires/webSocket.ts';
import type { FromCore, ToCore } from '../core/rpc/protocol.ts';

export type BrowserServerOptions = {
  /** The built pages. */
  readonly pages: string;
  /** First part of every path; whoever does not know it gets nothing. */
  readonly token: string;
  readonly plans: PlanFolder;
  /** What whoever comes without the token is told; no plan is behind it. */
  readonly doorstep: string;
};

const mediaTypes: Readonly<Record<string, string>> = { ...pageMediaTypes, '.pdf': 'application/pdf', '.ics': 'text/calendar', '.csv': 'text/csv' };

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

const largestUpload = 4 * 1024 ** 3;

/**
 * The window's pages for a browser on this machine. Listens where the caller says (127.0.0.1), answers only requests
 * that name this machine and know the token, so that neither a page from elsewhere nor another user's guess reaches a plan.
 */
export function createBrowserServer(running: RunningCore, options: BrowserServerOptions): { readonly server: Server; close(): void } {
  const uploads = mkdtempSync(join(tmpdir(), 'bascule-files-'));
  const chosen = new Map<string, { readonly path: string; readonly name: string }>();
  let uploaded = 0;
  const choose = (path: string, name: string): ChosenFile => {
    const handle = running.files.handleFor(path);
    chosen.set(handle, { path, name });
    return { handle, name, size: existsSync(path) ? statSync(path).size : 0 };
  };
  const freshPath = (name: string): string => {
    const folder = join(uploads, String(++uploaded));
    mkdirSync(folder);
    return join(folder, cleanFileName(name));
  };
  const open = async (path: string) => {
    running.openPlan({ path, mode: 'write' });
    await options.plans.remember(path);
  };

  const name = z.strictObject({ name: z.string().min(1).max(200) });
  const sample = z.strictObject({ name: nameValue, locale: localeValue, startsOn: isoDateValue });
  const methods: Readonly<Record<string, (input: unknown, signal: AbortSignal) => Promise<unknown>>> = {
    choosePlace: async (input) => {
      const wanted = name.parse(input);
      return choose(freshPath(wanted.name), wanted.name);
    },
    recentPlans: async () => options.plans.recent(),
    openPlan: async (input) => {
      const source = z.union([z.strictObject({ recent: z.string() }), z.strictObject({ file: z.object({ handle: z.string() }) })]).parse(input);
      if ('recent' in source) {
        const path = options.plans.pathOf(source.recent);
        if (path === null) throw new NotFound();
        await open(path);
        return null;
      }
      const file = chosen.get(source.file.handle);
      if (!file) throw new NotFound();
      // The upload is a copy; it moves to the plans, where the next start finds it.
      const path = options.plans.placeFor(basename(file.name, '.bascule'));
      await pipeline(createReadStream(file.path), createWriteStream(path, { flags: 'wx' }));
      try {
        await open(path);
      } catch (error) {
        rmSync(path, { force: true });
        throw error;
      }
      return null;
    },
    makePlan: async (input) => {
      const path = options.plans.placeFor(name.parse(input).name);
      running.openPlan({ path, mode: 'create' });
      await options.plans.remember(path);
      return null;
    },
    makeSample: async (input, signal) => {
      return (await makeSample(running, options.plans, sample.parse(input), signal)) !== null;
    },
    closePlan: async () => {
      running.closePlan();
      return null;
    },
    currentPlan: async () => (running.planPath === null ? null : { name: basename(running.planPath, '.bascule'), isReadOnly: running.isReadOnly }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (host !== '127.0.0.1' && host !== 'localhost') return end(response, 403);
    const origin = request.headers.origin;
    if (origin !== undefined && origin !== `http://${request.headers.host}`) return end(response, 403);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, token, area, ...rest] = url.pathname.split('/');
    if (url.pathname === '/' && request.method === 'GET') return doorstep(response, options.doorstep);
    if (token !== options.token) return end(response, 404);
    if (area === 'shell' && request.method === 'POST') {
      const method = methods[rest[0] ?? ''];
      if (!method || !Object.hasOwn(methods, rest[0] ?? '')) return end(response, 404);
      // Who goes away before the answer has changed their mind.
      const left = new AbortController();
      response.on('close', () => {
        if (!response.writableFinished) left.abort();
      });
      return json(response, await method(JSON.parse(await textOf(request)), left.signal));
    }
    if (area === 'files' && request.method === 'POST') {
      if (Number(request.headers['content-length'] ?? 0) > largestUpload) return end(response, 413);
      const fileName = url.searchParams.get('name') ?? 'file';
      const path = freshPath(fileName);
      await pipeline(request, createWriteStream(path));
      return json(response, choose(path, fileName));
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
    if (area === 'files') {
      const file = chosen.get(decodeURIComponent(rest[0] ?? ''));
      if (!file || !existsSync(file.path)) return end(response, 404);
      response.writeHead(200, {
        ...headers,
        'Content-Type': mediaTypes[extname(file.name)] ?? 'application/octet-stream',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      });
      await pipeline(createReadStream(file.path), response);
      return undefined;
    }
    const page = pageFile(options.pages, [area ?? '', ...rest].join('/'));
    if (page === null) return end(response, 404);
    response.writeHead(200, { ...headers, 'Content-Type': mediaTypes[extname(page)] ?? 'application/octet-stream' });
    await pipeline(createReadStream(page), response);
    return undefined;
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (error instanceof AppError && !response.headersSent) return json(response, toWireError(error), 422);
      return end(response, error instanceof NotFound ? 404 : error instanceof z.ZodError || error instanceof SyntaxError ? 400 : 500);
    });
  });
  const stopSockets = acceptWebSockets<FromCore, ToCore>(server, { token: options.token, onWire: (wire) => running.server.connect(wire) });
  return {
    server,
    close() {
      stopSockets();
      server.closeAllConnections();
      server.close();
      rmSync(uploads, { recursive: true, force: true });
    },
  };
}

function doorstep(response: ServerResponse, sentence: string): void {
  const text = sentence.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  response
    .writeHead(200, { ...headers, 'Content-Type': 'text/html; charset=utf-8' })
    .end(`<!doctype html><html><head><meta charset="utf-8"><title>Bascule</title></head><body><h1>Bascule</h1><p>${text}</p></body></html>`);
}

class NotFound extends Error {}

/** The file of a path below the pages' folder, or null; compared with `path.relative`, because a prefix also fits a neighbour. */
function pageFile(folder: string, path: string): string | null {
  const wanted = join(folder, normalize(decodeURIComponent(path === '' ? 'index.html' : path)));
  const inside = relative(folder, wanted);
  if (inside.startsWith('..') || isAbsolute(inside) || !existsSync(wanted) || !statSync(wanted).isFile()) return null;
  return wanted;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 1_000_000) throw new SyntaxError('too long');
  }
  return text === '' ? '{}' : text;
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { ...headers, 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

function end(response: ServerResponse, status: number): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, headers).end();
}
