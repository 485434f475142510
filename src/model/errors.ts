/** What a user can mend, by code. The message names the thing; `next` is the way out. */
export type ErrorCode =
  | 'missing-path'
  | 'unreadable'
  | 'empty'
  | 'binary'
  | 'encoding'
  | 'too-large'
  | 'nothing-readable'
  | 'bad-meta'
  | 'bad-line'
  | 'bad-option'
  | 'data-locked'
  | 'data-damaged'
  | 'database'
  | 'port-taken'
  | 'unknown-story'
  | 'unknown-entry'
  | 'weights'
  | 'fetch';

/** A fault that the user can mend. Only the outer folders (cli, api) turn it into an exit code or a status. */
export class ReadoutError extends Error {
  readonly code: ErrorCode;
  /** The way out, as one short sentence. */
  readonly next: string;

  constructor(code: ErrorCode, message: string, next: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ReadoutError';
    this.code = code;
    this.next = next;
  }

  /** One line for a person: what is wrong, then what to do. */
  get line(): string {
    return `${this.message}: ${this.next}`;
  }
}
