/** The first position in ascending `values` that holds `least` or more. */
export function lowerBound(values: readonly number[], least: number): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((values[middle] ?? Number.POSITIVE_INFINITY) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Ids by modification time, so that the latest changes are found without reading all rows. */
export class StampIndex {
  #stamps: number[] = [];
  readonly #ids = new Map<number, Set<number>>();

  /** Files `id` under `stamp`, from wherever it was before. */
  move(
    id: number,
    change: { readonly from: number | undefined; readonly to: number | undefined },
  ): void {
    if (change.from === change.to) return;
    if (change.from !== undefined) this.#remove(change.from, id);
    if (change.to !== undefined) this.#add(change.to, id);
  }

  /** Ids with a stamp at or after `least`, oldest stamp first. */
  *since(least: number): Generator<number> {
    for (let at = lowerBound(this.#stamps, least); at < this.#stamps.length; at++) {
      yield* this.#at(at);
    }
  }

  /** All ids in groups of one stamp each, latest first where `descending`. */
  *groups(descending: boolean): Generator<Iterable<number>> {
    const last = this.#stamps.length - 1;
    for (let at = 0; at <= last; at++) yield this.#at(descending ? last - at : at);
  }

  #at(position: number): Iterable<number> {
    const stamp = this.#stamps[position];
    return stamp === undefined ? [] : (this.#ids.get(stamp) ?? []);
  }

  #add(stamp: number, id: number): void {
    const ids = this.#ids.get(stamp);
    if (ids) {
      ids.add(id);
      return;
    }
    this.#ids.set(stamp, new Set([id]));
    const at = lowerBound(this.#stamps, stamp);
    if (this.#stamps[at] !== stamp) this.#stamps.splice(at, 0, stamp);
  }

  #remove(stamp: number, id: number): void {
    const ids = this.#ids.get(stamp);
    ids?.delete(id);
    if (ids?.size !== 0) return;
    this.#ids.delete(stamp);
    // Emptied stamps stay in the list until they are the most of it: cheaper than a splice each.
    if (this.#stamps.length > 2 * this.#ids.size + 16) {
      this.#stamps = this.#stamps.filter((kept) => this.#ids.has(kept));
    }
  }
}
