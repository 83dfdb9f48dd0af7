import type { Row } from './row.ts';

/** How far behind a reader is: by time, by the number of changes, or both. */
export interface Lag {
  readonly ms?: number | undefined;
  readonly writes?: number | undefined;
}

/** One change of a table; `before` is absent for a create, `after` for a delete. */
export interface Step {
  readonly id: number;
  readonly at: number;
  /** When readers begin to see it. */
  readonly visibleFrom: number;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/** A replica lags by seconds, not by hours: older changes are forgotten. */
const kept = 10_000;

/** The latest changes of one table, from which an older state is made by undoing them. */
export class History {
  #steps: Step[] = [];
  #late: Step[] = [];

  add(step: Step): void {
    this.#steps.push(step);
    if (step.visibleFrom > step.at) this.#late.push(step);
    if (this.#steps.length > 2 * kept) this.#steps = this.#steps.slice(-kept);
  }

  /** The rows that a reader this far behind sees instead of the present ones; `undefined` is "none". */
  undone(lag: Lag, now: number): ReadonlyMap<number, Row | undefined> {
    const rows = new Map<number, Row | undefined>();
    this.#late = this.#late.filter(({ visibleFrom }) => visibleFrom > now);
    for (const { id, before, after } of this.#late.toReversed()) {
      const present = rows.has(id) ? rows.get(id) : this.#latest(id);
      if (present === after) rows.set(id, before);
    }
    const hidden = ({ at }: Step, age: number): boolean =>
      (lag.ms !== undefined && at > now - lag.ms) || age <= (lag.writes ?? 0);
    for (let age = 1; age <= this.#steps.length; age++) {
      const step = this.#steps[this.#steps.length - age];
      if (!step || !hidden(step, age)) break;
      rows.set(step.id, step.before);
    }
    return rows;
  }

  #latest(id: number): Row | undefined {
    return this.#steps.findLast((step) => step.id === id)?.after;
  }
}
