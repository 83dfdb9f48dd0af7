import type { Clock } from '../clock.ts';

/** A token bucket in the clock's own time: so many requests a second, and that many at once. */
export class Bucket {
  readonly #clock: Clock;
  readonly #rate: number;
  #left: number;
  #filledAt: number;

  /** `rate` is in requests a second; an infinite one never runs dry. */
  constructor(setting: { readonly clock: Clock; readonly rate: number }) {
    this.#clock = setting.clock;
    this.#rate = setting.rate;
    this.#left = setting.rate;
    this.#filledAt = setting.clock.now();
  }

  /** Takes one request out, or says that there is none left. */
  take(): boolean {
    const now = this.#clock.now();
    const filled = this.#left + ((now - this.#filledAt) / 1000) * this.#rate;
    this.#left = Number.isNaN(filled) ? this.#rate : Math.min(this.#rate, filled);
    this.#filledAt = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
