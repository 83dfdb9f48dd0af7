import type { History } from '../history.ts';

/** A call of the control API, its path taken apart and its body read. */
export interface ControlCall {
  readonly history: History;
  /** By the names in the operation's path, decoded. */
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  /** The body as JSON text, `''` where there is none. */
  readonly text: string;
  /** Aborted when the server takes no more calls. */
  readonly draining: AbortSignal;
}

/** What a call is told: one JSON value, or JSON values one a line as they come. */
export type ControlReply =
  | { readonly status: number; readonly body?: unknown }
  | { readonly status: number; readonly lines: AsyncIterable<string> };

/** One operation of the control API. A body or query that does not fit is thrown, and 400. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As URL patterns have it: `/parties/:system/:entity`. */
  readonly path: string;
  /** What it is for, in a sentence, with its query or body. */
  readonly says: string;
  readonly handle: (call: ControlCall) => ControlReply | Promise<ControlReply>;
}
