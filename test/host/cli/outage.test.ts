import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basculeJson, mustWork, temporaryFolder } from '../../support/cli.ts';

type Outage = {
  readonly services: readonly {
    readonly itemId: string;
    readonly productId: string;
    readonly path: readonly { readonly id: string; readonly name: string }[];
    readonly accounts: number;
  }[];
  readonly accountsAffected: number;
  readonly reported: { readonly missed: readonly string[]; readonly wrong: readonly string[] } | null;
};

const folder = temporaryFolder();
const plan = folder.file('plan.bascule');

/** Licences by account: 4 have Perplexity, 6 ChatGPT, two of them both. */
const licences = [
  'Perplexity',
  'Perplexity',
  'Perplexity+ChatGPT',
  'Perplexity+ChatGPT',
  'ChatGPT',
  'ChatGPT',
  'ChatGPT',
  'ChatGPT',
  'Mistral Le Chat',
  'CamoCopy',
  'Canva',
  'X (Twitter)',
];

beforeAll(async () => {
  const software = [
    'Name;Hersteller;Version;Installationen',
    'Perplexity;Perplexity AI;;4',
    'ChatGPT;OpenAI;;6',
    'Mistral Le Chat;Mistral AI;;1',
    'CamoCopy;CamoCopy;;1',
    'Canva;Canva;;1',
    'X (Twitter);X Corp.;;1',
  ];
  const rows = licences.map((licence, index) => `p${index},p${index}@amt.example,Finanzen,x,False,${licence},DE,2021-03-01 08:00:00Z`);
  const accounts = ['Display name,User principal name,Department,Title,Block credential,Licenses,Usage location,When created', ...rows];
  await mustWork(['new', plan, '--template', 'lyon', '--start', '2027-01-04']);
  await mustWork(['import', plan, folder.write('software.csv', `${software.join('\r\n')}\r\n`), folder.write('accounts.csv', `${accounts.join('\r\n')}\r\n`)]);
});
afterAll(() => folder.remove());

const replay = (event: string) => basculeJson<Outage>(['outage', plan, '--replay', event]);
const stopped = (outage: Outage) => Object.fromEntries(outage.services.map((service) => [service.productId, service.accounts]));

describe('an outage replayed', () => {
  it('of Cloudflare stops Perplexity, ChatGPT, Mistral, Canva and X, and not CamoCopy', async () => {
    const outage = await replay('cloudflare-2025-11-18');
    expect(stopped(outage)).toEqual({ perplexity: 4, chatgpt: 6, 'mistral-chat': 1, canva: 1, 'x-twitter': 1 });
    // Two accounts have Perplexity and ChatGPT: each is one account.
    expect(outage.accountsAffected).toBe(11);
    expect(outage.reported).toMatchObject({ missed: [], wrong: [] });
  });

  it('of AWS stops Perplexity alone', async () => {
    const outage = await replay('aws-2025-10-20');
    expect(stopped(outage)).toEqual({ perplexity: 4 });
    expect(outage.accountsAffected).toBe(4);
    expect(outage.reported).toMatchObject({ missed: [], wrong: [] });
  });

  it('names the way from the service to the provider that failed', async () => {
    for (const [event, provider] of [
      ['cloudflare-2025-11-18', 'cloudflare'],
      ['aws-2025-10-20', 'aws'],
    ] as const) {
      for (const service of (await replay(event)).services) {
        expect(service.path.length).toBeGreaterThanOrEqual(2);
        expect(service.path[0]?.id).toBe(service.productId);
        expect(service.path.at(-1)?.id).toBe(provider);
        expect(service.itemId).not.toBe('');
      }
    }
  });

  it('is told in words in three languages', async () => {
    for (const locale of ['de', 'en', 'fr']) {
      const { out } = await mustWork(['outage', plan, '--replay', 'aws-2025-10-20', '--locale', locale]);
      expect(out).toContain('Perplexity → Amazon Web Services');
      expect(out).toMatch(/CamoCopy/);
      expect(out).toMatch(/: 4$/m);
    }
  });
});

describe('a provider that fails', () => {
  it('together with another stops what either stops', async () => {
    const both = await basculeJson<Outage>(['outage', plan, '--provider', 'cloudflare,aws']);
    expect(Object.keys(stopped(both))).toEqual(expect.arrayContaining(['perplexity', 'chatgpt', 'mistral-chat', 'canva', 'x-twitter']));
    expect(Object.keys(stopped(both))).not.toContain('camocopy');
  });

  it('on which nothing depends stops nothing, and says so', async () => {
    const { out } = await mustWork(['outage', plan, '--provider', 'ovhcloud', '--locale', 'en']);
    expect(out).toMatch(/No item of the plan stops\.\nAccounts affected: 0\n/);
  });
});
