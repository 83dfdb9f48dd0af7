import type { Clock, Instant } from '../clock.ts';
import type { Settings, Side } from '../settings.ts';
import type { Problem } from './cycle-report.ts';
import type { decide } from './linked/decide.ts';
import type { diff } from './linked/diff.ts';
import type { Plan, SectionPlan } from './plan.ts';
import type { poll } from './reading/poll.ts';
import type { RemoteRecord } from './record.ts';
import type { Link } from './store/link.ts';
import type { Store } from './store/store.ts';
import type { write, writeTogether } from './write.ts';

/** The parts of the engine that can be replaced one by one: that is how faulty engines are made. */
export interface Parts {
  readonly poll: typeof poll;
  readonly diff: typeof diff;
  readonly decide: typeof decide;
  readonly write: typeof write;
  readonly writeTogether: typeof writeTogether;
}

/** All that a cycle works with, and the notes that become its report. */
export interface Cycle {
  readonly plan: Plan;
  readonly settings: Settings;
  readonly store: Store;
  readonly clock: Clock;
  readonly parts: Parts;
  /** Parents' ids by key: looked up once in an engine's life. */
  readonly parents: Map<string, string>;
  /** Set while an entity is listed whole: refused writes are then tried again. */
  readonly sweeping: boolean;
  /** Set in the first pass of an engine on a memory that it was not there to see: it may be an old copy. */
  readonly waking: boolean;
  readonly notes: Notes;
}

export interface Notes {
  writes: number;
  /** Records (`section/source id`) that this cycle has tried to bring over, and could not yet. */
  readonly tried: Set<string>;
  /** Counterparts made for the page in hand, as the target said that it stored them, by `triedKey`. */
  readonly made: Map<string, RemoteRecord>;
  readonly problems: Problem[];
}

/** A record as one side has just listed it. */
export interface Seen {
  readonly side: Side;
  readonly record: RemoteRecord;
  /** When it was listed: stands in for a modification time where the record has none. */
  readonly seenAt: Instant;
}

/** A linked pair that is to be brought into agreement. */
export interface Pair {
  readonly cycle: Cycle;
  readonly plan: SectionPlan;
  readonly link: Link;
}
