import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Twin } from '../../mocks/twin.ts';
import { idleWait } from '../../src/clock.ts';
import type { Dataflow } from '../../src/dataflow/dataflow.ts';
import { type EngineOrder, engineName } from '../../src/engine-order.ts';
import { foreignEngine } from '../../src/harness/engines/foreign.ts';
import { launchOf } from '../../src/harness/engines/launch.ts';
import type { Environment } from '../../src/harness/engines/running.ts';
import type { Mortality } from '../../src/harness/mortality.ts';
import type { World } from '../../src/harness/world.ts';
import type { Side } from '../../src/settings.ts';
import { environmentOf } from '../../src/systems/environment.ts';
import { type Company, otherCompany } from '../other-company.ts';
import { attend, type Doors } from './doors.ts';
import { memoryFolder } from './memory-folder.ts';

/** A world that waits for a foreign engine. */
interface Lodging extends Pick<World, 'ledger' | 'clock' | 'gate'> {
  readonly order: EngineOrder;
  readonly doors: Doors;
  readonly dataflow: Dataflow;
  readonly twins: Readonly<Record<Side, Twin>>;
  readonly mortality: Mortality;
  /** How long a request takes, in virtual time. */
  readonly requestMs: number;
  /** Opens another company in the target system. */
  readonly open: () => Promise<Company>;
}

/** Takes a foreign engine into a world, with a memory of its own that ends with the world. */
export async function lodge(
  lodging: Lodging,
): Promise<Pick<World, 'engine' | 'memory' | 'company' | 'close'>> {
  const { order, doors, twins, ledger, clock, mortality, requestMs, open } = lodging;
  const home = await mkdtemp(join(tmpdir(), 'syncproof-engine-'));
  const memory = memoryFolder(home);
  const launch = launchOf(order, memory.path);
  const engine = foreignEngine({
    name: engineName(order),
    launch: (nth) => launch(environment(lodging, nth)),
    signals: order.signals,
    ledger,
    mortality,
    patience: { quietPasses: order.quietPasses, withinMs: order.withinMs, wait: idleWait },
  });
  const show = attend(doors, { engine, twins, clock, requestMs, learn: lodging.gate.learn });
  const close = async (): Promise<void> => {
    await engine.end();
    await doors.close();
    await rm(home, { recursive: true, force: true });
  };
  const company = otherCompany({ home: twins.target, open, show });
  return { engine, memory: memory.lever, company, close };
}

/** An engine that signals is told the time of the twins, by which it can wait without waiting. */
function environment(lodging: Lodging, nth: number): Environment {
  const { order, doors, dataflow, twins, clock } = lodging;
  const signal = {
    SYNCPROOF_SIGNAL: `${doors.signal.origin}/${nth}`,
    SYNCPROOF_NOW: new Date(clock.now()).toISOString(),
  };
  return {
    ...environmentOf(dataflow.source, twins.source),
    ...environmentOf(dataflow.target, twins.target),
    ...(order.signals ? signal : {}),
  };
}
