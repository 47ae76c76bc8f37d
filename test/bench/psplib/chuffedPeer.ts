import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { browserExecutable, launchBrowser } from '../../support/browser.ts';

/** MiniZinc as WebAssembly: the npm package `minizinc` brings Chuffed along, but in a browser only. */
export type ChuffedPage = {
  /** Every better plan that it found, as texts of start times in brackets, and the seconds that it took on the wall. */
  solve(model: string, data: unknown, seconds: number): Promise<{ readonly last: string | null; readonly seconds: number }>;
  close(): Promise<void>;
};

/** Why it cannot be asked here, or null. */
export function chuffedMissing(folder: string): string | null {
  if (!existsSync(browserExecutable)) return 'no chromium';
  return existsSync(join(folder, 'dist', 'minizinc.wasm')) ? null : `no ${folder} (npm install --no-save minizinc@4.5.1 puts it there)`;
}

const kinds: Readonly<Record<string, string>> = { mjs: 'text/javascript', js: 'text/javascript', wasm: 'application/wasm' };

export async function openChuffed(folder: string): Promise<ChuffedPage> {
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const file = join(folder, 'dist', name);
    if (name === '' || !existsSync(file)) response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>MiniZinc</title>');
    else {
      response.writeHead(200, { 'content-type': kinds[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' });
      createReadStream(file).pipe(response);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  // Loaded before anything is measured.
  await page.evaluate(
    `import('/minizinc.mjs').then((library) => { globalThis.library = library; return library.init({ workerURL: new URL('/minizinc-worker.js', location.href).href }); })`,
  );
  return { solve: (model, data, seconds) => solveOnPage(page, model, data, seconds), close: () => closeAll(browser, server) };
}

async function solveOnPage(page: Page, model: string, data: unknown, seconds: number) {
  const answer = await page.evaluate(
    `new Promise((resolve) => {
      const model = new library.Model();
      model.addFile('project.mzn', ${JSON.stringify(model)});
      model.addJson(${JSON.stringify(data)});
      const begun = performance.now();
      let last = null;
      const done = () => resolve({ last, seconds: (performance.now() - begun) / 1000 });
      const run = model.solve({ jsonOutput: false, options: { solver: 'chuffed', 'free-search': true, 'all-solutions': true } });
      const timer = setTimeout(() => { run.cancel(); done(); }, ${seconds * 1000});
      run.on('solution', ({ output }) => { last = output.default ?? output.dzn ?? last; });
      run.then(() => { clearTimeout(timer); done(); }, () => { clearTimeout(timer); done(); });
    })`,
  );
  return answer as { readonly last: string | null; readonly seconds: number };
}

async function closeAll(browser: Browser, server: Server): Promise<void> {
  await browser.close();
  server.close();
}
