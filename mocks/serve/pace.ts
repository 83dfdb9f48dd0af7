import type { Answer } from '../http/answer.ts';

/** A wait in real time, in milliseconds. */
export type Sleep = (ms: number) => Promise<void>;

/** How long an answer waits for later ones that may never come, in milliseconds. */
const patience = 1000;

/** Milliseconds between two pieces of an answer that drips. */
const beat = 50;

/** Holds the answers of one twin back, as faults may want it. */
export class Pacing {
  readonly #sleep: Sleep;
  readonly #waiting = new Set<() => void>();
  #passed = 0;

  constructor(sleep: Sleep) {
    this.#sleep = sleep;
  }

  /** Resolves when the answer may go. */
  async release({ pace }: Answer): Promise<void> {
    if (pace?.hold !== undefined) await this.#overtaken(pace.hold);
    if (pace?.delay !== undefined) await this.#sleep(pace.delay);
  }

  /** An answer has gone; those that let it pass look again. */
  passed(): void {
    this.#passed += 1;
    for (const look of this.#waiting) look();
  }

  /** The body in pieces, each when it is its time. */
  async *pieces(body: string, bytesPerSecond: number): AsyncGenerator<Buffer> {
    const bytes = Buffer.from(body);
    const size = Math.max(1, Math.round((bytesPerSecond * beat) / 1000));
    for (let at = 0; at < bytes.length; at += size) {
      yield bytes.subarray(at, at + size);
      await this.#sleep(beat);
    }
  }

  #overtaken(others: number): Promise<void> {
    const until = this.#passed + others;
    const passed = new Promise<void>((resolve) => {
      const look = (): void => {
        if (this.#passed < until) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
    return Promise.race([passed, this.#sleep(patience)]);
  }
}
