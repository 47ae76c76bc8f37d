/** What an archive may cost. Far above anything real, far below what a machine cannot carry. */
export const archiveLimits = {
  /** Files in one archive. */
  entries: 20_000,
  /** Everything in one archive, unpacked. It is streamed, so this costs time and no memory. */
  unpackedBytes: 4_294_967_296,
  /** The parts of one spreadsheet that are read, unpacked; and the table that is made of one sheet. */
  spreadsheetBytes: 536_870_912,
  /** Packed into an archive, another archive or a spreadsheet is held in memory, because it is read at several places. */
  heldBytes: 134_217_728,
  /** A text never packs better than this; what does, beyond `ratioFrom` bytes, was made to fill a machine. */
  ratio: 200,
  ratioFrom: 10_485_760,
} as const;
