/**
 * Lets two engines go step by step, so that what one does falls into the midst of what the other
 * does, however fast each of them is: a request waits for one of the other engine. Where none
 * comes, because one has ended its pass or waits for the other, both go on as they like.
 */
export class Lockstep {
  readonly #patience: () => Promise<void>;
  #waiting: (() => void) | undefined;
  #over = false;

  /** `patience` is how long a request waits for another one. */
  constructor(patience: () => Promise<void>) {
    this.#patience = patience;
  }

  /** Resolves when a request may be answered. */
  async step(): Promise<void> {
    if (this.#over) return;
    const other = this.#waiting;
    if (other !== undefined) {
      this.#waiting = undefined;
      return other();
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting = resolve;
    void this.#patience().then(() => {
      if (this.#waiting === resolve) this.end();
    });
    return promise;
  }

  /** From now on nothing waits. */
  end(): void {
    this.#over = true;
    this.#waiting?.();
    this.#waiting = undefined;
  }
}
