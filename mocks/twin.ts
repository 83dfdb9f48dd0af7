import type { RequestHandler } from 'msw';
import type { Clock } from './clock.ts';
import type { Behaviour } from './contract/behaviour.ts';
import type { SystemContract } from './contract/system-contract.ts';
import type { Dice } from './dice.ts';
import type { Faults } from './faults.ts';
import type { Endpoint } from './http/wire.ts';
import type { Ledger } from './ledger.ts';
import type { Party } from './people/party.ts';

/** What a twin is given: time, chance, and what it shares with the other twins. */
export interface TwinOptions {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly ledger: Ledger;
  readonly faults: Faults;
}

/** A stateful stand-in for one system's API, and for the people who work in it. */
export interface Twin {
  readonly system: string;
  readonly baseUrl: string;
  /** What its token endpoint accepts, by the names that the system gives them. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Where it answers; the first one is at `baseUrl`. */
  readonly endpoints: readonly Endpoint[];
  /** The same for interception by msw. */
  readonly handlers: readonly RequestHandler[];
  readonly party: Party;
  readonly contract: SystemContract;
  /** All that it does beyond the facts of single properties, and how well each is known. */
  readonly behaviours: readonly Behaviour[];
}
