import type { Row } from './rows.ts';

/** What a case saw, as plain data: statuses, truths, names and values of its own making; nothing that a person keeps there. */
export type Observation =
  | string
  | number
  | boolean
  | null
  | readonly Observation[]
  | { readonly [name: string]: Observation };

/** A surrounding that not every system can offer. */
export type Need = 'withoutTime' | 'crowded';

/** One fact of an API, and how to see whether a system over HTTP keeps to it. */
export interface ConformanceCase<Session> {
  /** What of `apis.md` it stands on. */
  readonly rows: readonly Row[];
  /** Its id in the behaviours of the twin, system included; absent where the fact is a property's. */
  readonly behaviour?: string;
  readonly title: string;
  /** Whether it makes records; it takes away what it made. */
  readonly writes?: true;
  /** The only back end that it is about. */
  readonly backend?: 'netfx' | 'net8';
  readonly needs?: Need;
  /** Why the twin does not do it, where it does not. */
  readonly unmodelled?: string;
  readonly run: (session: Session) => Promise<Observation>;
  readonly expected: Observation;
}
