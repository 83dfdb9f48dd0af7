import type { Instant } from '../../clock.ts';
import type { Settings } from '../../settings.ts';
import type { EntityPort } from '../port.ts';
import type { RemoteRecord } from '../record.ts';
import type { Watermark } from '../store/link.ts';

/** One reading of an entity: all of it, or what changed since its watermark. */
export interface Poll {
  /** Whether every record is listed, so that absence means something. */
  readonly whole: boolean;
  /** Whether it is the periodic listing in which what was refused is tried again. */
  readonly sweep: boolean;
  readonly pages: AsyncIterable<readonly RemoteRecord[]>;
}

interface PollInput {
  readonly port: EntityPort;
  readonly watermark: Watermark | undefined;
  readonly settings: Settings;
}

/**
 * Reads from the newest stamp that the source itself has issued, inclusive, less the overlap:
 * whatever is read twice is recognised by its content. Without stamps, and every
 * `sweepEvery` cycles, the whole entity is listed.
 */
export function poll({ port, watermark, settings }: PollInput): Poll {
  const newest = watermark?.newest;
  const due = (watermark?.cyclesSinceSweep ?? 0) + 1 >= settings.sweepEvery;
  if (!port.stamped) return { whole: true, sweep: due, pages: port.list() };
  if (newest === undefined || due) return { whole: true, sweep: true, pages: port.list() };
  return { whole: false, sweep: false, pages: port.list(newest - settings.overlapMs) };
}

/** The newer of two stamps, where there are any. */
export function newer(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b);
}
