import type { Answer } from './answer.ts';
import type { Route } from './route.ts';

/** A request off the wire, its body read. */
export interface Sent {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** One address at which a twin answers, at once and without a carrier: a socket, msw or `twinFetch` brings the requests. */
export interface Endpoint {
  /** Without a slash at its end; it owns every URL that begins with it and a slash. */
  readonly baseUrl: string;
  readonly routes: readonly Route[];
  /** Answers and writes into the ledger, faults included; whatever it throws is a defect of the twin. */
  answer(sent: Sent): Answer;
}
