import type { Instant } from '../clock.ts';
import { SyncproofError } from '../errors.ts';
import type { Side } from '../settings.ts';
import type { Cycle, Notes, Seen } from './context.ts';
import type { CycleReport } from './cycle-report.ts';
import { finishLeftovers } from './leftovers.ts';
import { breakMissing } from './missing.ts';
import type { SectionPlan } from './plan.ts';
import { newer, type Poll } from './poll.ts';
import { syncRecord } from './record-step.ts';

type CycleConfig = Omit<Cycle, 'notes' | 'sweeping'>;

/** One pass: the source entities, the target entities, then what was left over from earlier. */
export async function runCycle(config: CycleConfig): Promise<CycleReport> {
  const notes: Notes = { writes: 0, tried: new Set(), problems: [], conflicts: [] };
  for (const { heading, reason } of config.plan.unsupported) {
    notes.problems.push({ kind: 'unsupported', section: heading, reason });
  }
  for (const side of ['source', 'target'] as const) {
    for (const group of byEntity(config.plan.sections, side)) {
      await readEntity({ ...config, notes }, { side, ...group });
    }
  }
  for (const plan of config.plan.sections) {
    await finishLeftovers({ ...config, notes, sweeping: false }, plan);
  }
  const { writes, problems, conflicts } = notes;
  return { writes, problems, conflicts };
}

interface EntityGroup {
  readonly entity: string;
  readonly sections: readonly SectionPlan[];
}

/** Sections that share an entity share its reading. */
function byEntity(sections: readonly SectionPlan[], side: Side): readonly EntityGroup[] {
  const groups = Map.groupBy(sections, (section) => section.entity[side]);
  return [...groups].map(([entity, members]) => ({ entity, sections: members }));
}

async function readEntity(
  config: Omit<Cycle, 'sweeping'>,
  group: EntityGroup & { readonly side: Side },
): Promise<void> {
  const { side, entity, sections } = group;
  const { store, settings, notes, parts } = config;
  const port = sections[0]?.port[side];
  if (port === undefined) return;
  const watermark = await store.watermark({ side, entity });
  const reading = parts.poll({ port, watermark, settings });
  try {
    const stamp = await readPages({ ...config, sweeping: reading.sweep }, group, reading);
    const cyclesSinceSweep = reading.sweep ? 0 : (watermark?.cyclesSinceSweep ?? 0) + 1;
    const read = newer(watermark?.newest, stamp);
    await store.commit([
      { kind: 'watermark', watermark: { side, entity, newest: read, cyclesSinceSweep } },
      { kind: 'seen-done', side, entity },
    ]);
  } catch (cause) {
    if (!(cause instanceof SyncproofError) || cause.code !== 'answer') throw cause;
    for (const { heading } of sections) {
      notes.problems.push({ kind: 'read', section: heading, reason: cause.message });
    }
  }
}

/** Synchronises page by page, so that memory holds one; returns the newest stamp of all. */
async function readPages(
  cycle: Cycle,
  { side, entity, sections }: EntityGroup & { readonly side: Side },
  { whole, pages }: Poll,
): Promise<Instant | undefined> {
  const { store, clock } = cycle;
  if (whole) await store.commit([{ kind: 'seen-done', side, entity }]);
  let stamp: Instant | undefined;
  for await (const page of pages) {
    const seenAt = clock.now();
    for (const record of page) await eachSection(cycle, sections, { side, record, seenAt });
    if (whole) await store.commit([{ kind: 'seen', side, entity, ids: page.map(({ id }) => id) }]);
    stamp = page.reduce((newest, { modifiedAt }) => newer(newest, modifiedAt), stamp);
  }
  if (whole) await breakMissing(cycle, { side, entity, sections });
  return stamp;
}

async function eachSection(
  cycle: Cycle,
  sections: readonly SectionPlan[],
  seen: Seen,
): Promise<void> {
  for (const plan of sections) await syncRecord(cycle, plan, seen);
}
