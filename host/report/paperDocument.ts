/** What the Typst templates print: texts in the reader's language, places and sizes, nothing left to decide. */
export type Cell = string | null | { readonly text: string; readonly note?: string; readonly mark?: Mark; readonly hue?: string; readonly strong?: boolean };
export type Mark = 'done' | 'running' | 'planned' | 'problem' | 'exception' | 'frozen' | 'diamond' | 'flag' | 'gate';

/** `width` in millimetres; 0 takes what is left. */
export type Column = { readonly head: string; readonly align: 'left' | 'right'; readonly width: number };
export type Row = readonly Cell[] | { readonly group: string; readonly hue?: string; readonly note?: string } | { readonly total: readonly Cell[] };

export type LegendEntry = { readonly text: string } & ({ readonly hue: string } | { readonly mark: Mark } | { readonly line: 'plan' | 'stay' });
export type Axis = { readonly from: number; readonly to: number; readonly ticks: readonly { readonly value: number; readonly text: string }[] };

export type BarsBlock = Axis & {
  readonly kind: 'bars';
  readonly caption: string;
  readonly alt: string;
  readonly unit: string;
  readonly groups: readonly {
    readonly text: string;
    readonly total: string;
    readonly stay: number | null;
    readonly parts: readonly { readonly hue: string; readonly value: number }[];
  }[];
  readonly legend: readonly LegendEntry[];
};

export type LinesBlock = Axis & {
  readonly kind: 'lines';
  readonly caption: string;
  readonly alt: string;
  readonly unit: string;
  readonly texts: readonly string[];
  readonly series: readonly { readonly line: 'plan' | 'stay'; readonly values: readonly number[] }[];
  readonly mark: { readonly years: number; readonly value: number; readonly text: string } | null;
  readonly legend: readonly LegendEntry[];
};

export type Sheet = {
  readonly caption: string;
  readonly alt: string;
  readonly isLast: boolean;
  readonly days: number;
  readonly lanes: number;
  readonly rows: readonly {
    readonly kind: string;
    readonly hue: string;
    readonly text: string;
    readonly note: string;
    readonly bars: readonly {
      readonly kind: string;
      readonly from: number;
      readonly to: number;
      readonly isPilot: boolean;
      readonly done: number;
      readonly long: string;
      readonly longWidth: number;
      readonly short: string;
      readonly shortWidth: number;
    }[];
    readonly gates: readonly number[];
  }[];
  readonly years: readonly { readonly from: number; readonly to: number; readonly text: string }[];
  readonly months: readonly { readonly from: number; readonly to: number; readonly text: string }[];
  readonly weeks: readonly { readonly from: number; readonly week: number; readonly text: string }[];
  readonly weeksText: string;
  readonly freezes: readonly { readonly from: number; readonly to: number; readonly rows: readonly number[] | null }[];
  readonly contracts: readonly {
    readonly text: string;
    readonly decideAt: number | null;
    readonly endAt: number | null;
    readonly lane: number;
    readonly isPast: boolean;
  }[];
  readonly contractsText: string;
  readonly today: number | null;
  readonly todayText: string;
};

export type Block =
  | { readonly kind: 'pagebreak' }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text' | 'note'; readonly text: string }
  | { readonly kind: 'list' | 'numbers'; readonly items: readonly string[] }
  | { readonly kind: 'figures'; readonly items: readonly { readonly label: string; readonly value: string; readonly note: string }[] }
  | { readonly kind: 'table'; readonly caption: string; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  | BarsBlock
  | LinesBlock
  | { readonly kind: 'gantt'; readonly tiles: readonly Sheet[]; readonly legend: readonly LegendEntry[]; readonly note: string };

export type Section = { readonly title: string; readonly landscape: boolean; readonly newPage: boolean; readonly blocks: readonly Block[] };

export type CoverRow = { readonly label: string; readonly value: string; readonly lines: readonly string[]; readonly items: readonly string[] };
export type Cover = {
  readonly administration: string;
  readonly plan: string;
  readonly date: string;
  readonly subtitle: string;
  readonly rows: readonly CoverRow[];
  readonly strip: {
    readonly days: number;
    readonly today: number | null;
    readonly todayText: string;
    readonly years: readonly { readonly from: number; readonly to: number; readonly year: number }[];
    readonly rows: readonly { readonly text: string; readonly hue: string; readonly bars: readonly { readonly from: number; readonly to: number }[] }[];
  } | null;
  readonly stripAlt: string;
};

export type PaperDocument = {
  readonly lang: string;
  readonly region: string;
  readonly title: string;
  readonly author: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly date: readonly [year: number, month: number, day: number];
  readonly runningHead: string;
  readonly runningFoot: string;
  readonly labels: { readonly table: string; readonly figure: string; readonly pageOf: string };
  readonly cover: Cover | null;
  /** Heading of the table of contents; empty leaves it out. */
  readonly contents: string;
  readonly sections: readonly Section[];
};
