import { base, en, Faker, nb_NO } from '@faker-js/faker';
import { createFaults } from '../mocks/faults.ts';
import { twinFetch } from '../mocks/fetch.ts';
import { createLedger } from '../mocks/ledger.ts';
import type { Twin, TwinOptions } from '../mocks/twin.ts';
import { virtualClock } from '../src/clock.ts';
import type { Dataflow } from '../src/dataflow/dataflow.ts';
import { SyncproofError } from '../src/errors.ts';
import { redactor } from '../src/evidence/redaction.ts';
import { inProcess } from '../src/harness/engines/in-process.ts';
import { createMortality, type Mortality } from '../src/harness/simulation/mortality.ts';
import type { World } from '../src/harness/world.ts';
import type { Settings, Side } from '../src/settings.ts';
import { createEngine } from '../src/sync/engine.ts';
import { type EngineUnderTest, referenceEngine } from '../src/sync/engine-under-test.ts';
import { memoryStore } from '../src/sync/store/memory.ts';
import { faultLever } from './fault-lever.ts';
import { mortalFetch, mortalStore } from './mortal.ts';
import type { SystemKind } from './systems.ts';

/** Monday morning: where virtual time begins, on a whole second as coarse stamps have it. */
const start = Date.UTC(2026, 0, 5, 8, 0, 0);

/** How long a request takes, in virtual time. */
const requestMs = 20;

/** What is to be put together. */
export interface WorldPlan {
  readonly dataflow: Dataflow;
  readonly settings: Settings;
  readonly kinds: Readonly<Record<Side, SystemKind>>;
  readonly seed: number;
  /** The engine under test: the reference engine, or one that a fixture has made faulty. */
  readonly engine?: EngineUnderTest;
  /** The lever that kills the engine at a request or a store write. */
  readonly mortality?: Mortality;
}

/** Twins, engine, clock and evidence, put together: the only place where they meet. */
export async function createWorld(plan: WorldPlan): Promise<World> {
  const { dataflow, settings, kinds, seed, mortality = createMortality() } = plan;
  const clock = virtualClock(start);
  const chance = new Faker({ locale: [nb_NO, en, base], seed });
  const dice = (): number => chance.number.float({ max: 1 - Number.EPSILON });
  const ledger = createLedger({ clock });
  const faults = createFaults();
  const twins = makeTwins(kinds, { clock, dice, ledger, faults });
  const both = [twins.source, twins.target];
  const wire = twinFetch(both, clock.advance);
  const timed: typeof fetch = async (input, init) => {
    clock.advance(requestMs);
    return wire.fetch(input, init);
  };
  for (const side of ['source', 'target'] as const) await furnish(twins[side], kinds[side]);
  const faker = new Faker({ locale: [nb_NO, en, base], seed });
  const newRecord = (side: Side) => (entity: string) => kinds[side].record(entity, faker);
  return {
    seed,
    dataflow,
    settings,
    contracts: { source: twins.source.contract, target: twins.target.contract },
    parties: { source: twins.source.party, target: twins.target.party },
    ledger,
    clock,
    dice,
    engine: underTest(plan, { twins, fetch: timed, clock, mortality }),
    mortality,
    faults: faultLever({ faults, twins }),
    newRecord: { source: newRecord('source'), target: newRecord('target') },
    gate: redactor(
      both.flatMap(({ credentials }) =>
        Object.entries(credentials).map(([name, value]) => ({ name, value })),
      ),
    ),
    strays: wire.strays,
    defects: wire.defects,
  };
}

/** What the two APIs are known or assumed to do, without a world around them. */
export function contractsOf(kinds: WorldPlan['kinds']): World['contracts'] {
  const clock = virtualClock(start);
  const options = { clock, dice: () => 0, ledger: createLedger({ clock }), faults: createFaults() };
  const { source, target } = makeTwins(kinds, options);
  return { source: source.contract, target: target.contract };
}

type Twins = Readonly<Record<Side, Twin>>;

function makeTwins(kinds: WorldPlan['kinds'], options: TwinOptions): Twins {
  return { source: kinds.source.twin(options), target: kinds.target.twin(options) };
}

interface Surroundings {
  readonly twins: Twins;
  readonly fetch: typeof fetch;
  readonly clock: ReturnType<typeof virtualClock>;
  readonly mortality: Mortality;
}

function underTest(plan: WorldPlan, surroundings: Surroundings): World['engine'] {
  const { dataflow, settings, kinds, engine = referenceEngine } = plan;
  const { twins, clock, mortality } = surroundings;
  const wire = engine.wire?.(surroundings.fetch) ?? surroundings.fetch;
  const fetch = mortalFetch(wire, mortality);
  const store = mortalStore(memoryStore(), mortality);
  const owner = owners();
  return inProcess({
    name: engine.name,
    survive: mortality.survive,
    start: () =>
      createEngine(
        engine.change({
          dataflow,
          settings,
          store,
          clock,
          owner: owner(),
          systems: {
            source: kinds.source.port(twins.source, { fetch, clock }),
            target: kinds.target.port(twins.target, { fetch, clock }),
          },
        }),
      ),
  });
}

/** Names for the runs of an engine: no two of them share a lease. */
function owners(): () => string {
  let runs = 0;
  return () => {
    runs += 1;
    return `engine ${runs}`;
  };
}

async function furnish({ party, system }: Twin, { standing }: SystemKind): Promise<void> {
  for (const [entity, record] of standing) {
    const outcome = await party.create(entity, record);
    if (outcome.ok) continue;
    throw new SyncproofError(
      'check',
      `${system} refuses the ${entity} that every world begins with: ${outcome.reason}`,
    );
  }
}
