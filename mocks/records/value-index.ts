import { isEmpty, type Value } from './value.ts';

/** Ids by the value of one property. */
export class ValueIndex {
  readonly #ids = new Map<string, Set<number>>();

  /** Files `id` under `to`, from wherever it was before; `undefined` is "not in the table". */
  move(
    id: number,
    change: { readonly from: Value | undefined; readonly to: Value | undefined },
  ): void {
    if (change.from !== undefined) this.#ids.get(keyOf(change.from))?.delete(id);
    if (change.to === undefined) return;
    const key = keyOf(change.to);
    const ids = this.#ids.get(key);
    if (ids) ids.add(id);
    else this.#ids.set(key, new Set([id]));
  }

  /** Ids of the rows that hold exactly `value`. */
  with(value: Value): Iterable<number> {
    return this.#ids.get(keyOf(value)) ?? [];
  }
}

function keyOf(value: Value): string {
  return isEmpty(value) ? '' : `${typeof value}:${String(value)}`;
}
