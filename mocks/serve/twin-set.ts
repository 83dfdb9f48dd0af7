import type { Clock } from '../clock.ts';
import { seededDice } from '../dice.ts';
import type { FaultPlan } from '../faults/plan.ts';
import { createFaults, type Faults } from '../faults.ts';
import { createLedger, type Ledger } from '../ledger.ts';
import type { Properties } from '../records/value.ts';
import type { Twin, TwinOptions } from '../twin.ts';

/** What a served twin is given: it must answer below `baseUrl`, which has no slash at its end. */
export interface ServedOptions extends TwinOptions {
  readonly baseUrl: string;
}

/** One system that is served: how its twin is made, and what is there at the beginning. */
export interface ServedKind {
  /** Short and stable, as it stands in paths and options: `poweroffice-go`. */
  readonly name: string;
  readonly create: (options: ServedOptions) => Twin;
  /** Its OpenAPI document, as plain data. */
  readonly describe: (twin: Twin) => object;
  /** Records that people made there, in the order in which they made them; the same at every call. */
  readonly records: () => Iterable<readonly [entity: string, record: Properties]>;
}

/** What a set of twins is made from; made twice from the same plan, on the same clock, it is the same. */
export interface TwinSetPlan {
  readonly kinds: readonly ServedKind[];
  /** Where each is reached, by its name. */
  readonly baseUrls: ReadonlyMap<string, string>;
  /** Of all chance. */
  readonly seed: number;
  readonly faults: FaultPlan;
}

/** Twins that share a clock, chance, a ledger and faults. */
export interface TwinSet {
  /** By the names of their kinds. */
  readonly twins: ReadonlyMap<string, Twin>;
  readonly ledger: Ledger;
  readonly faults: Faults;
}

/** Makes the twins with their records; the plan's faults are in force only afterwards. Refuses a record that its system refuses. */
export async function createTwinSet(plan: TwinSetPlan, clock: Clock): Promise<TwinSet> {
  const ledger = createLedger({ clock });
  const faults = createFaults();
  const options = { clock, dice: seededDice(plan.seed), ledger, faults };
  const twins = new Map<string, Twin>();
  for (const { name, create, records } of plan.kinds) {
    const twin = create({ ...options, baseUrl: plan.baseUrls.get(name) ?? '' });
    twins.set(name, twin);
    for (const [entity, record] of records()) {
      const made = await twin.party.create(entity, record);
      if (!made.ok)
        throw new Error(`${twin.system} refuses a ${entity} of its own: ${made.reason}`);
    }
  }
  faults.inject(plan.faults);
  return { twins, ledger, faults };
}

/** The twin of that name; any other is a defect of the server. */
export function twinNamed(twins: TwinSet['twins'], name: string): Twin {
  const twin = twins.get(name);
  if (!twin) throw new Error(`There is no twin ${name}`);
  return twin;
}
