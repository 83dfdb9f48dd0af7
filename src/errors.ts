/** Everything that syncproof itself can say went wrong; the codes are closed so that tests assert them. */
export type ErrorCode =
  /** The command was given something unusable: a file, an option, a folder. Exit code 2. */
  | 'usage'
  /** A document that is missing, empty, binary or not of the format. Exit code 2. */
  | 'document'
  /** Settings that do not fit the document or the systems. Exit code 2. */
  | 'settings'
  /** A check that passed on nothing, or asked for what its scenario does not have. */
  | 'check'
  /** A system answered something that its API does not allow. */
  | 'answer'
  /** A request that no twin owns. */
  | 'stray-request'
  /** Raw results of different runs or documents in one folder. */
  | 'results'
  /** The engine's memory is missing, damaged, of another format, or cannot be reached. */
  | 'store'
  /** The engine's memory is another engine's at the moment. */
  | 'lease';

/** The one error class. Its message says what failed, why, and what to do. */
export class SyncproofError extends Error {
  override readonly name = 'SyncproofError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
