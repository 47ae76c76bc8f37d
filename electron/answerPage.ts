import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { contentSecurityPolicy, pageMediaTypes } from '../core/contract/pagePolicy.ts';
import { pageFile } from './pageFile.ts';

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** What the pages' folder holds, and nothing else of this machine. */
export async function answerPage(folder: string, request: Pick<Request, 'method' | 'url'>): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers });
  const file = pageFile(folder, request.url);
  if (file === null) return new Response(null, { status: 404, headers });
  try {
    const bytes = await readFile(file);
    return new Response(new Uint8Array(bytes), { headers: { ...headers, 'Content-Type': pageMediaTypes[extname(file)] ?? 'application/octet-stream' } });
  } catch {
    // Missing, or a folder.
    return new Response(null, { status: 404, headers });
  }
}
