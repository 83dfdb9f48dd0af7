import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineOrder } from '../../engine-order.ts';
import { SyncproofError } from '../../errors.ts';
import { launchOf } from './launch.ts';
import type { Environment, Running } from './running.ts';

interface TryOut {
  readonly order: EngineOrder;
  /** Names systems where nobody is at home, but somebody hears who knocks. */
  readonly environment: Environment;
  /** Resolves with its first request. */
  readonly knocked: Promise<void>;
  /** Lets real time pass. */
  readonly wait: (ms: number) => Promise<void>;
}

/**
 * Starts an engine once, before anything is judged, and ends it when it has sent a request.
 * Refuses (`usage`) one that ends before, with its last words, and one that never sends any.
 */
export async function tryOut({ order, environment, knocked, wait }: TryOut): Promise<void> {
  const memory = await mkdtemp(join(tmpdir(), 'syncproof-engine-'));
  const running = await launchOf(order, memory)(environment);
  try {
    const trouble = await Promise.race([
      knocked,
      running.ended,
      wait(order.withinMs).then(
        () => `it sent no request to either system within ${order.withinMs / 1000} seconds`,
      ),
    ]);
    if (trouble !== undefined) throw unusable(trouble, running);
  } finally {
    await running.kill();
    await rm(memory, { recursive: true, force: true });
  }
}

function unusable(trouble: string, running: Running): SyncproofError {
  const words = running.lastWords();
  return new SyncproofError(
    'usage',
    `The engine cannot be judged: ${trouble}.${words === '' ? '' : ` Its last words:\n${words}`}`,
  );
}
