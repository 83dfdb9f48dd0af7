/** Takes turns with an engine that runs by itself: it works while a pass is wanted, and waits while people act. */
export class Turns {
  #open = false;
  #waiting: (() => void)[] = [];
  #ended: (said: string | undefined) => void = () => undefined;

  /** Lets the engine make one pass; resolves at its end with what it said of it, where it says anything. */
  pass(): Promise<string | undefined> {
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    this.#ended = resolve;
    this.#open = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
    return promise;
  }

  /** The engine has come to the end of a pass; resolves when another one is wanted. */
  end(said?: string): Promise<void> {
    this.#open = false;
    this.#ended(said);
    return this.wanted();
  }

  /** Resolves when a pass is wanted: at once in the midst of one. */
  wanted(): Promise<void> {
    return this.#open ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }
}
