import { base, en, Faker, nb_NO } from '@faker-js/faker';
import { createFaults } from '../mocks/faults.ts';
import { twinFetch } from '../mocks/http/fetch.ts';
import { createLedger } from '../mocks/ledger.ts';
import type { Twin, TwinOptions } from '../mocks/twin.ts';
import { virtualClock } from '../src/clock.ts';
import type { Dataflow } from '../src/dataflow/dataflow.ts';
import type { EngineOrder } from '../src/engine-order.ts';
import { SyncproofError } from '../src/errors.ts';
import type { PersonalData } from '../src/evidence/pseudonyms.ts';
import { redactor } from '../src/evidence/redaction.ts';
import { inProcess } from '../src/harness/engines/in-process.ts';
import { createMortality, type Mortality } from '../src/harness/mortality.ts';
import type { World } from '../src/harness/world.ts';
import type { Settings, Side } from '../src/settings.ts';
import { createEngine } from '../src/sync/engine.ts';
import { type EngineUnderTest, referenceEngine } from '../src/sync/engine-under-test.ts';
import { memoryStore } from '../src/sync/store/memory.ts';
import { faultLever } from './fault-lever.ts';
import { type Doors, openDoors } from './foreign-engine/doors.ts';
import { lodge } from './foreign-engine/lodge.ts';
import { inTimeOf } from './foreign-engine/own-time.ts';
import { frailMemory } from './memory-lever.ts';
import { mortalFetch, mortalStore } from './mortal.ts';
import { type Company, otherCompany } from './other-company.ts';
import type { SystemKind } from './systems.ts';
import { tappingTokens } from './token-tap.ts';

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
  /** Laws that are not judged, by name. */
  readonly lawsOff?: ReadonlySet<string>;
  /** Whose values stand under pseudonyms: set where the records were not made up by the twins. */
  readonly personal?: PersonalData;
  /** An engine that is not ours: it runs beside this process, in the place of the other. */
  readonly foreign?: EngineOrder | undefined;
}

/** Twins, engine, clock and evidence, put together: the only place where they meet. */
export async function createWorld(plan: WorldPlan): Promise<World> {
  const { dataflow, settings, kinds, seed, mortality = createMortality() } = plan;
  const clock = virtualClock(start);
  const dice = diceOf(seed);
  const ledger = createLedger({ clock });
  const faults = createFaults();
  const doors = plan.foreign === undefined ? undefined : await openDoors();
  const twins = makeTwins(kinds, { clock, dice, ledger, faults }, doors);
  const both = [twins.source, twins.target];
  const wire = twinFetch(both, clock.advance);
  const gate = gateOver(both, plan.personal);
  const open = (): Promise<Company> => strangers(plan, clock, doors);
  for (const side of ['source', 'target'] as const) await furnish(twins[side], kinds[side]);
  const lodged =
    plan.foreign === undefined || doors === undefined
      ? inside(plan, { twins, clock, mortality, wire, learn: gate.learn, open })
      : await lodge({
          ...{ order: plan.foreign, doors, dataflow, twins, ledger, clock, mortality, gate },
          ...{ requestMs, open },
        });
  return {
    ...lodged,
    seed,
    dataflow,
    settings,
    contracts: { source: twins.source.contract, target: twins.target.contract },
    parties: { source: twins.source.party, target: twins.target.party },
    ledger,
    clock,
    dice,
    mortality,
    faults: inTimeOf(plan.foreign, faultLever({ faults, twins })),
    newRecord: recordsOf(kinds, seed),
    gate,
    strays: wire.strays,
    defects: doors?.defects ?? wire.defects,
    ...(plan.lawsOff === undefined ? {} : { lawsOff: plan.lawsOff }),
  };
}

/** In [0, 1), from the seed. */
function diceOf(seed: number): () => number {
  const chance = new Faker({ locale: [nb_NO, en, base], seed });
  return () => chance.number.float({ max: 1 - Number.EPSILON });
}

/** Records as people make them, both sides' out of one sequence. */
function recordsOf(kinds: WorldPlan['kinds'], seed: number): World['newRecord'] {
  const faker = new Faker({ locale: [nb_NO, en, base], seed });
  const newRecord = (side: Side) => (entity: string) => kinds[side].record(entity, faker);
  return { source: newRecord('source'), target: newRecord('target') };
}

/** How many records of each entity another company has: as many as a check looks at, with ids of ours. */
const strangeRecords = 4;

/** Another company in the same systems: of the same seed, so that the same credentials open it. */
async function strangers(
  { kinds, seed }: WorldPlan,
  clock: TwinOptions['clock'],
  doors: Doors | undefined,
): Promise<Company> {
  const ledger = createLedger({ clock });
  const options = { clock, dice: diceOf(seed), ledger, faults: createFaults() };
  const { target } = makeTwins(kinds, options, doors);
  await furnish(target, kinds.target);
  const faker = new Faker({ locale: [nb_NO, en, base], seed: seed + 1 });
  for (const { name } of target.contract.entities) {
    for (let i = 0; i < strangeRecords; i += 1) {
      await target.party.create(name, kinds.target.record(name, faker));
    }
  }
  return { target, ledger };
}

/** Masks whatever the systems keep secret, and whom the records are about where they are real. */
function gateOver(twins: readonly Twin[], personal: PersonalData | undefined): World['gate'] {
  const secrets = twins.flatMap(({ credentials }) => Object.entries(credentials));
  return redactor(
    secrets.map(([name, value]) => ({ name, value })),
    personal,
  );
}

/** What the two APIs are known or assumed to do, without a world around them. */
export function contractsOf(kinds: WorldPlan['kinds']): World['contracts'] {
  const clock = virtualClock(start);
  const options = { clock, dice: () => 0, ledger: createLedger({ clock }), faults: createFaults() };
  const { source, target } = makeTwins(kinds, options);
  return { source: source.contract, target: target.contract };
}

type Twins = Readonly<Record<Side, Twin>>;

/** Where there are doors, the twins answer behind them. */
function makeTwins(kinds: WorldPlan['kinds'], options: TwinOptions, doors?: Doors): Twins {
  const at = (side: Side): { readonly baseUrl?: string } =>
    doors === undefined ? {} : { baseUrl: doors[side].origin };
  return {
    source: kinds.source.twin({ ...options, ...at('source') }),
    target: kinds.target.twin({ ...options, ...at('target') }),
  };
}

interface House extends Pick<Surroundings, 'twins' | 'clock' | 'mortality'> {
  readonly wire: Pick<ReturnType<typeof twinFetch>, 'fetch'>;
  readonly learn: World['gate']['learn'];
  readonly open: () => Promise<Company>;
}

/** The engine in this process, on a wire of which the target's end can be moved to another company. */
function inside(plan: WorldPlan, { wire, learn, open, ...house }: House): InWorld {
  const { twins, clock } = house;
  let shown = wire;
  const show = (target: Twin): void => {
    shown = target === twins.target ? wire : twinFetch([twins.source, target], clock.advance);
  };
  const timed = tappingTokens(async (input, init) => {
    clock.advance(requestMs);
    return shown.fetch(input, init);
  }, learn);
  const company = otherCompany({ home: twins.target, open, show });
  return { ...underTest(plan, { ...house, fetch: timed }), company };
}

type InWorld = Required<Pick<World, 'engine' | 'memory' | 'company'>>;

interface Surroundings {
  readonly twins: Twins;
  readonly fetch: typeof fetch;
  readonly clock: ReturnType<typeof virtualClock>;
  readonly mortality: Mortality;
}

function underTest(
  plan: WorldPlan,
  surroundings: Surroundings,
): Pick<World, 'engine'> & Required<Pick<World, 'memory'>> {
  const { dataflow, settings, kinds, engine = referenceEngine } = plan;
  const { twins, clock, mortality } = surroundings;
  const wire = engine.wire?.(surroundings.fetch) ?? surroundings.fetch;
  const { says = (problems) => problems, tells = (conflicts) => conflicts } = engine;
  const { store: memory, pass, lever } = frailMemory(memoryStore);
  const owner = owners();
  const running = inProcess({
    name: engine.name,
    start: () => {
      const life = mortality.begin();
      const fetch = mortalFetch(wire, life);
      const { cycle } = createEngine(
        engine.change({
          dataflow,
          settings,
          store: mortalStore(memory, life),
          clock,
          owner: owner(),
          systems: {
            source: kinds.source.port(twins.source, { fetch, clock }),
            target: kinds.target.port(twins.target, { fetch, clock }),
          },
        }),
      );
      return {
        cycle: async () => {
          const report = await pass(() => life.survive(cycle()));
          if (report === 'killed') return report;
          const { problems, conflicts } = report;
          return { ...report, problems: says(problems), conflicts: tells(conflicts) };
        },
      };
    },
  });
  return { engine: running, memory: lever };
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
