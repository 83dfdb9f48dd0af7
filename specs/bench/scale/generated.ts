import type { Clock, Instant } from '../../../src/clock.ts';

/** A record without its id and its stamp, by the names that the wire has. */
export type Fields = Readonly<Record<string, unknown>>;

/** What the records of a collection are made up from: their numbers, from 1. */
export interface Recipe {
  readonly fields: (number: number) => Fields;
  /** Rising with the number. */
  readonly modifiedAt: (number: number) => Instant;
}

/** One page's worth of numbers, rising. */
interface Listed {
  readonly numbers: readonly number[];
  /** How many there are on all pages. */
  readonly total: number;
  readonly more: boolean;
}

interface Asked {
  readonly since: Instant;
  readonly after: number;
  readonly limit: number;
}

/**
 * Records that are made up again from their numbers whenever they are asked for: only those that
 * somebody has edited are kept, so that the memory of a process that syncs them is its own.
 */
export class Generated {
  size: number;
  readonly #recipe: Recipe;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #edits = new Map<number, { readonly fields: Fields; readonly modifiedAt: Instant }>();

  constructor(size: number, recipe: Recipe, clock: Pick<Clock, 'now'>) {
    this.size = size;
    this.#recipe = recipe;
    this.#clock = clock;
  }

  record(number: number): object {
    const own = { ...this.#recipe.fields(number), ...this.#edits.get(number)?.fields };
    const modifiedAt = new Date(this.#stamp(number)).toISOString();
    return { id: `${number}`, ...own, modifiedAt };
  }

  edit(number: number, changed: Fields): void {
    const fields = { ...this.#edits.get(number)?.fields, ...changed };
    this.#edits.set(number, { fields, modifiedAt: this.#clock.now() });
  }

  list({ since, after, limit }: Asked): Listed {
    const first = this.#firstSince(since);
    const edited = [...this.#edits.keys()]
      .filter((number) => number < first && this.#stamp(number) >= since)
      .sort((a, b) => a - b);
    const numbers = edited.filter((number) => number > after).slice(0, limit);
    for (let number = Math.max(first, after + 1); number <= this.size; number += 1) {
      if (numbers.length === limit) break;
      numbers.push(number);
    }
    const more = numbers.length === limit && (numbers.at(-1) ?? 0) < this.size;
    return { numbers, total: edited.length + this.size - first + 1, more };
  }

  #stamp(number: number): Instant {
    return this.#edits.get(number)?.modifiedAt ?? this.#recipe.modifiedAt(number);
  }

  /** The first number whose record was made then or later. */
  #firstSince(since: Instant): number {
    let [low, high] = [1, this.size + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#recipe.modifiedAt(middle) < since) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
