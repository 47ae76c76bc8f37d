import type { IsoDate } from '../calendar.ts';
import type { ProductId, ProviderId, SourceId } from '../ids.ts';

/**
 * `A` official source, `B` recognisable press or expert source, `C` aggregator or vendor marketing,
 * `calc` own arithmetic on sourced figures, `unverified` no source was read: shown as such, never as a fact.
 */
export type Confidence = 'A' | 'B' | 'C' | 'calc' | 'unverified';

export type Source = {
  readonly id: SourceId;
  readonly title: string;
  /** The language of the title; absent: English. */
  readonly language?: 'de' | 'en' | 'fr';
  readonly publisher: string;
  /** Absent where the source is a document without a public address. */
  readonly url?: string;
  readonly publishedOn?: string;
};

/** One statement about one thing, with who says so, when, and how sure we may be. */
export type Claim<Value> = {
  readonly value: Value;
  readonly source: SourceId;
  /** Day on which the statement was made or read: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
  readonly confidence: Confidence;
  readonly disputed?: { readonly by: string; readonly statement: string; readonly source: SourceId };
};

export type TrackKey =
  | 'office'
  | 'mail'
  | 'files'
  | 'chat'
  | 'video'
  | 'identity'
  | 'desktop'
  | 'database'
  | 'telephony'
  | 'lineOfBusiness'
  | 'servers'
  | 'security';

export const trackKeys: readonly TrackKey[] = [
  'identity',
  'office',
  'mail',
  'files',
  'chat',
  'video',
  'telephony',
  'database',
  'servers',
  'security',
  'lineOfBusiness',
  'desktop',
];

/** What ties users to a product and must be looked at before it goes. */
export type Blocker = 'vba' | 'ole' | 'mapi' | 'com' | 'windowsOnly' | 'proprietaryFormat' | 'groupPolicy' | 'stampedInterfaces';

/** A product that the catalogue knows: what an administration runs today or moves to. */
export type Product = {
  readonly id: ProductId;
  readonly name: string;
  readonly vendor: ProviderId;
  /** `proprietary` is what is replaced; `openSource` can replace; `service` is somebody's running service. */
  readonly kind: 'proprietary' | 'openSource' | 'service';
  readonly track: TrackKey;
  /** One of a short list of kebab-case words, for filters: `office-suite`, `mail-server`, `antivirus`. */
  readonly category: string;
  /** Strategy that fits when no template says otherwise; line-of-business software is `keep`, it needs a check. */
  readonly defaultStrategy: 'replace' | 'keep' | 'retire';
  /** Names under which tools report it, lower case, without versions, languages and architectures. */
  readonly aliases: readonly string[];
  /** Words that a publisher's name must hold for the looser rules to match. */
  readonly publishers: readonly string[];
  /** Accounts licensed for this product use these products: Microsoft 365 E3 holds Exchange Online, Teams, and so on. */
  readonly includes: readonly ProductId[];
  readonly licence: Claim<string>;
  readonly summary: Readonly<Record<'de' | 'en' | 'fr', string>>;
  readonly blockers: readonly Claim<Blocker>[];
  readonly protocols: readonly Claim<string>[];
  readonly formats: readonly Claim<string>[];
  /** `cycle` is the edition or version meant; null where the statement covers the product. */
  readonly endOfSupport: readonly Claim<{ readonly cycle: string | null; readonly date: IsoDate }>[];
  readonly successors: readonly Claim<ProductId>[];
  /** Products that this one replaces; the statement may carry who did it. */
  readonly replaces: readonly Claim<ProductId>[];
  /** Stacks that hold it: `lyon`, `schleswig-holstein`, `opendesk`. */
  readonly usedIn: readonly Claim<string>[];
  /** Services and providers on which it depends. */
  readonly dependsOn: readonly Claim<{ readonly provider: ProviderId; readonly kind: DependencyKind }>[];
  /** Anything else that is worth knowing, disputes included. */
  readonly notes: readonly Claim<Readonly<Record<'de' | 'en' | 'fr', string>>>[];
};

export type DependencyKind = 'hosting' | 'network' | 'compute' | 'identity' | 'aiModel' | 'updateChannel' | 'ownership' | 'law' | 'operator' | 'technology';

/** Who operates, hosts, delivers or controls. */
export type Provider = {
  readonly id: ProviderId;
  readonly name: string;
  /** ISO 3166 country of the seat, or of the law that reaches it; `ZZ` where nobody knows, `EU` where several members share it. */
  readonly jurisdiction: Claim<string>;
  readonly dependsOn: readonly Claim<{ readonly provider: ProviderId; readonly kind: DependencyKind }>[];
  readonly notes: readonly Claim<Readonly<Record<'de' | 'en' | 'fr', string>>>[];
};

/** An outage that happened, replayable. `down` and `notDown` are what was reported; what the graph says is computed. */
export type OutageEvent = {
  readonly id: string;
  readonly date: IsoDate;
  readonly name: Readonly<Record<'de' | 'en' | 'fr', string>>;
  /** The provider that failed, and the kinds of dependency through which the failure travels. */
  readonly provider: ProviderId;
  readonly through: readonly DependencyKind[];
  readonly reported: Claim<{ readonly down: readonly ProductId[]; readonly notDown: readonly ProductId[] }>;
};

export type Catalogue = {
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly products: ReadonlyMap<ProductId, Product>;
  readonly providers: ReadonlyMap<ProviderId, Provider>;
  readonly events: ReadonlyMap<string, OutageEvent>;
};
