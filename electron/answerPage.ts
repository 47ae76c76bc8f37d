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

export type PageAnswer = { readonly statusCode: number; readonly headers: Record<string, string>; readonly data: Buffer };

/** What the pages' folder holds, and nothing else of this machine. */
export async function answerPage(folder: string, request: { readonly method: string; readonly url: string }): Promise<PageAnswer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const file = pageFile(folder, request.url);
  if (file === null) return refusal(404);
  try {
    const data = await readFile(file);
    return { statusCode: 200, headers: { ...headers, 'Content-Type': pageMediaTypes[extname(file)] ?? 'application/octet-stream' }, data };
  } catch {
    // Missing, or a folder.
    return refusal(404);
  }
}

function refusal(statusCode: number): PageAnswer {
  return { statusCode, headers, data: Buffer.alloc(0) };
}
