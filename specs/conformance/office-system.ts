import type { Clock } from '../../src/clock.ts';
import type { Need } from './conformance-case.ts';
import type { Names } from './names.ts';
import type { Send } from './wire.ts';

/** One company at PowerOffice GO, and the keys to it. */
export interface Company {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly applicationKey: string;
  readonly clientKey: string;
}

/** The second version of the API at the same company. */
export interface SecondVersion extends Company {
  readonly subscriptionKey: string;
}

/** PowerOffice GO over HTTP: a twin, or a sandbox. */
export interface OfficeSystem {
  readonly send: Send;
  readonly clock: Clock;
  readonly names: Names;
  readonly backend: 'netfx' | 'net8';
  readonly company: Company;
  readonly secondVersion?: SecondVersion;
  /** Companies that differ from the usual one, as far as there are any. */
  readonly others: Partial<Readonly<Record<Need, Company>>>;
  readonly mayWrite: boolean;
  readonly isTwin: boolean;
}
