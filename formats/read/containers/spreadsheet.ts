import type { SourceRemark } from '../sourceFile.ts';

/** One sheet as a table: CSV in UTF-8 with commas, days as ISO, numbers with a point, TRUE and FALSE, texts unchanged. */
export type Sheet = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Bytes of what it is made from. */
  readonly size: number;
  readonly packedSize: number;
  stream(): AsyncIterable<Uint8Array>;
  remarks(): readonly SourceRemark[];
};
