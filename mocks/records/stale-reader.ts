import type { Reader } from './reader.ts';
import type { Row } from './row.ts';
import { isEmpty, sameValue, type Value } from './value.ts';

/** A table as it was: the present one, with some rows as they were before, or not there, or there again. */
export class StaleReader implements Reader {
  readonly #present: Reader;
  readonly #undone: ReadonlyMap<number, Row | undefined>;
  readonly #old: readonly Row[];

  constructor(present: Reader, undone: ReadonlyMap<number, Row | undefined>) {
    this.#present = present;
    this.#undone = undone;
    this.#old = [...undone.values()].filter((row) => row !== undefined).sort(byId);
  }

  get size(): number {
    const there = [...this.#undone.keys()].filter((id) => this.#present.get(id) !== undefined);
    return this.#present.size - there.length + this.#old.length;
  }

  get(id: number): Row | undefined {
    return this.#undone.has(id) ? this.#undone.get(id) : this.#present.get(id);
  }

  all(): Iterable<Row> {
    return this.after(0);
  }

  *after(id: number): Generator<Row> {
    const old = this.#old.filter((row) => row.id > id).reverse();
    for (const row of this.#present.after(id)) {
      for (let next = old.at(-1); next && next.id < row.id; next = old.at(-1)) {
        old.pop();
        yield next;
      }
      if (!this.#undone.has(row.id)) yield row;
    }
    yield* old.reverse();
  }

  since(stamp: number): readonly Row[] {
    const rows = this.#still(this.#present.since(stamp));
    const old = this.#old.filter(({ modifiedAt }) => modifiedAt >= stamp);
    return [...rows, ...old].sort((a, b) => a.modifiedAt - b.modifiedAt);
  }

  byStamp(descending: boolean): Iterable<readonly Row[]> {
    const groups = Map.groupBy(this.since(Number.NEGATIVE_INFINITY), (row) => row.modifiedAt);
    const rising = [...groups.values()];
    return descending ? rising.reverse() : rising;
  }

  where(property: string, value: Value): readonly Row[] {
    const same = ({ fields }: Row): boolean =>
      isEmpty(value) ? isEmpty(fields[property]) : sameValue(fields[property], value);
    return [...this.#still(this.#present.where(property, value)), ...this.#old.filter(same)];
  }

  #still(rows: readonly Row[]): readonly Row[] {
    return rows.filter(({ id }) => !this.#undone.has(id));
  }
}

function byId(a: Row, b: Row): number {
  return a.id - b.id;
}
