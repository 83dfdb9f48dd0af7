import type { RequestEntry } from '../../evidence/ledger.ts';

/** A request as it arrives. */
export type Arrival = Pick<RequestEntry, 'system' | 'method' | 'url'>;

/** How often another list is read without the first one before it takes that one's place. */
const missed = 3;

/**
 * Tells from an engine's requests alone when it begins a new pass: when it comes back to the list
 * that it read first, after another, or asks exactly the same again. A list that is never read
 * again (an engine that looks around at its start) gives its place to one that is.
 */
export class PollRhythm {
  #first: { readonly list: string; readonly url: string } | undefined;
  #last: string | undefined;
  readonly #elsewhere = new Map<string, number>();

  /**
   * Takes in a request as it arrives; true where it begins a pass anew. `again` is set for one
   * that is only sent again because its answer was a failure.
   */
  begins({ system, method, url }: Arrival, again: boolean): boolean {
    if (method !== 'GET' || again) return false;
    const list = `${system} ${url.split('?')[0]}`;
    const returned = list !== this.#last;
    this.#last = list;
    const first = this.#first;
    const anew =
      list === first?.list ? this.#isRound(url, first.url) : this.#takesPlace(list, returned);
    if (anew || first === undefined) {
      this.#first = { list, url };
      this.#elsewhere.clear();
    }
    return anew;
  }

  /** Whether the first list is read again as a pass reads it, and not only its next page. */
  #isRound(url: string, first: string): boolean {
    return this.#elsewhere.size > 0 || url === first;
  }

  #takesPlace(list: string, returned: boolean): boolean {
    const times = (this.#elsewhere.get(list) ?? 0) + (returned ? 1 : 0);
    this.#elsewhere.set(list, times);
    return times >= missed;
  }
}
