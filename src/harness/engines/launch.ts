import type { EngineOrder } from '../../engine-order.ts';
import { container } from './container.ts';
import { program } from './program.ts';
import type { Launch } from './running.ts';

/** How an engine is started, time and again, on the memory that lies in this folder. */
export function launchOf(order: EngineOrder, memory: string): Launch {
  const launch =
    order.kind === 'http' ? program(order) : container({ image: order.image, folder: memory });
  return (environment) => launch({ ...environment, SYNCPROOF_STATE: memory });
}
