/** What is wrong with an archive, or with something packed in it. Thrown while its bytes are read; the reading of the file tells it as a refusal. */
export class PackedFileError extends Error {
  readonly messageKey: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(messageKey: string, params: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(messageKey, { cause });
    this.name = 'PackedFileError';
    this.messageKey = messageKey;
    this.params = params;
  }
}
