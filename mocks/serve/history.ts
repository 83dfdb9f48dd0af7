import type { Clock } from '../clock.ts';
import { createTwinSet, type TwinSet, type TwinSetPlan } from './twin-set.ts';

/** Something done to the twins. Its effect is complete when it returns, even if it returns a promise. */
export type Deed<T> = (set: TwinSet) => T;

interface Dated {
  readonly at: number;
  readonly deed: Deed<unknown>;
}

/** All that ever happened to one set of twins: when it began, and every deed since. */
interface Past {
  readonly began: number;
  readonly deeds: readonly Dated[];
}

/**
 * The twins that are served, and how they came to be as they are. Twins follow from their plan,
 * the clock and what is done to them, so that a snapshot is no more than the past so far, and
 * restoring it is doing it all again at the times at which it was done: ids, stamps, tokens,
 * chance, faults and ledger come back exactly.
 */
export class History {
  readonly #plan: TwinSetPlan;
  readonly #clock: Clock;
  readonly #snapshots: Past[] = [];
  #set: TwinSet;
  /** Time stands still within a deed, so that doing it again reads the same time. */
  #held: { at: number };
  #began: number;
  #deeds: Dated[] = [];
  #watchers: (() => void)[] = [];

  private constructor(setting: {
    readonly plan: TwinSetPlan;
    readonly clock: Clock;
    readonly set: TwinSet;
    readonly held: { at: number };
  }) {
    this.#plan = setting.plan;
    this.#clock = setting.clock;
    this.#set = setting.set;
    this.#held = setting.held;
    this.#began = setting.held.at;
  }

  /** Begins with new twins. */
  static async begin(plan: TwinSetPlan, clock: Clock): Promise<History> {
    const held = { at: clock.now() };
    return new History({ plan, clock, held, set: await createTwinSet(plan, standing(held)) });
  }

  /** The twins as they are; another object after a reset or a restore. */
  get set(): TwinSet {
    return this.#set;
  }

  /** Milliseconds since the epoch, as the next deed will find it. */
  now(): number {
    return this.#clock.now();
  }

  /** Does something to the twins, now. */
  do<T>(deed: Deed<T>): T {
    const at = this.#clock.now();
    this.#held.at = at;
    this.#deeds.push({ at, deed });
    const result = deed(this.#set);
    this.#tell();
    return result;
  }

  /** New twins from the same plan, as at the beginning. */
  async reset(): Promise<void> {
    await this.#become({ began: this.#clock.now(), deeds: [] });
  }

  /** Keeps the twins as they are now; the id is good as long as the history lives. */
  snapshot(): string {
    return String(this.#snapshots.push({ began: this.#began, deeds: [...this.#deeds] }));
  }

  /** Goes back to a snapshot. Says `false` where there is none of that id. */
  async restore(id: string): Promise<boolean> {
    const past = this.#snapshots[Number(id) - 1];
    if (past) await this.#become(past);
    return past !== undefined;
  }

  /** Resolves at the next deed, reset or restore, or when `signal` says that nobody waits any more. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = (): void => {
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#watchers.push(done);
      signal.addEventListener('abort', done);
    });
  }

  async #become({ began, deeds }: Past): Promise<void> {
    const held = { at: began };
    const set = await createTwinSet(this.#plan, standing(held));
    for (const { at, deed } of deeds) {
      held.at = at;
      await deed(set);
    }
    this.#set = set;
    this.#held = held;
    this.#began = began;
    this.#deeds = [...deeds];
    this.#tell();
  }

  #tell(): void {
    if (this.#watchers.length === 0) return;
    const watchers = this.#watchers;
    this.#watchers = [];
    for (const watcher of watchers) watcher();
  }
}

function standing(held: { readonly at: number }): Clock {
  return { now: () => held.at };
}
