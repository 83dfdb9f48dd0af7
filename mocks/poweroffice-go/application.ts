import type { Clock } from '../clock.ts';
import { type Dice, drawnGuid } from '../dice.ts';
import { Bucket } from '../http/bucket.ts';

/** An integration: one key and one rate limit over all the client companies that use it (`apis.md S29`). */
export interface Application {
  readonly applicationKey: string;
  readonly bucket: Bucket;
}

/** Requests a second that v1 allows an application (`apis.md 1.7`). */
const documentedRate = 50;

/** An application of its own key. An infinite `requestsPerSecond` lifts the limit. */
export function createApplication(setting: {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly requestsPerSecond?: number;
}): Application {
  const { clock, dice, requestsPerSecond: rate = documentedRate } = setting;
  return { applicationKey: drawnGuid(dice), bucket: new Bucket({ clock, rate }) };
}
