import type { Instant } from '../clock.ts';
import { SyncproofError } from '../errors.ts';
import type { Side } from '../settings.ts';
import type { Cycle, Notes } from './context.ts';
import type { Conflict, CycleReport } from './cycle-report.ts';
import { finishLeftovers } from './leftovers.ts';
import { conflictOf } from './linked/losses.ts';
import type { SectionPlan } from './plan.ts';
import type { Pointer } from './port.ts';
import { lookAgain, pointedAt } from './reading/look-again.ts';
import { breakMissing } from './reading/missing.ts';
import { syncPage } from './reading/page-step.ts';
import { newer, type Poll } from './reading/poll.ts';
import type { LostValue } from './store/lost-value.ts';

type CycleConfig = Omit<Cycle, 'notes' | 'sweeping'>;

/** What a pass has to say, and the lost values that it tells of, from this pass or one that died. */
interface Passed {
  readonly report: CycleReport;
  readonly lost: readonly LostValue[];
}

/**
 * One pass: the source entities, the target entities, then what was left over from earlier. Where
 * another engine takes the store over meanwhile, the pass ends there and still says what it did.
 */
export async function runCycle(config: CycleConfig): Promise<Passed> {
  const notes: Notes = { writes: 0, tried: new Set(), made: new Map(), problems: [] };
  for (const { heading, reason } of config.plan.unsupported) {
    notes.problems.push({ kind: 'unsupported', section: heading, reason });
  }
  try {
    await syncAll({ ...config, notes });
  } catch (cause) {
    if (!(cause instanceof SyncproofError) || cause.code !== 'lease') throw cause;
    const { writes, problems } = notes;
    const held = { kind: 'held', section: '', reason: cause.message } as const;
    return { report: { writes, problems: [...problems, held], conflicts: [] }, lost: [] };
  }
  const { writes, problems } = notes;
  const { lost, conflicts } = await unreported(config);
  return { report: { writes, problems, conflicts }, lost };
}

async function syncAll(config: Omit<Cycle, 'sweeping'>): Promise<void> {
  for (const side of ['source', 'target'] as const) {
    for (const group of byEntity(config.plan.sections, side)) {
      await readEntity(config, { side, ...group });
    }
  }
  for (const plan of config.plan.sections) {
    await finishLeftovers({ ...config, sweeping: false }, plan);
  }
}

/** The lost values that nobody has been told of, of this pass and of passes that died. */
async function unreported({
  plan,
  store,
}: CycleConfig): Promise<{ readonly lost: LostValue[]; readonly conflicts: Conflict[] }> {
  const lost: LostValue[] = [];
  const conflicts: Conflict[] = [];
  for (const section of plan.sections) {
    for (const value of await store.lostValues({ section: section.key, reported: false })) {
      if (value.open) continue;
      lost.push(value);
      conflicts.push(conflictOf(value, section));
    }
  }
  return { lost, conflicts };
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
  try {
    const pointed = await pointedAt({ port, watermark, settings });
    const reading = parts.poll({ port, settings, watermark: pointed.watermark });
    const cycle = { ...config, sweeping: reading.sweep };
    const unlisted = new Map(pointed.pointers.map((pointer) => [pointer.id, pointer]));
    const stamp = await readPages(cycle, group, { ...reading, unlisted });
    if (!reading.whole) await lookAgain(cycle, group, unlisted);
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

interface Reading extends Poll {
  /** By id, what the system has pointed at; whatever is listed is taken out. */
  readonly unlisted: Map<string, Pointer>;
}

/** Synchronises page by page, so that memory holds one; returns the newest stamp of all. */
async function readPages(
  cycle: Cycle,
  { side, entity, sections }: EntityGroup & { readonly side: Side },
  { whole, pages, unlisted }: Reading,
): Promise<Instant | undefined> {
  const { store, clock } = cycle;
  if (whole) await store.commit([{ kind: 'seen-done', side, entity }]);
  let stamp: Instant | undefined;
  for await (const page of pages) {
    const seenAt = clock.now();
    cycle.notes.made.clear();
    for (const plan of sections) await syncPage(cycle, plan, { side, records: page, seenAt });
    for (const { id } of page) unlisted.delete(id);
    if (whole) await store.commit([{ kind: 'seen', side, entity, ids: page.map(({ id }) => id) }]);
    stamp = page.reduce((newest, { modifiedAt }) => newer(newest, modifiedAt), stamp);
  }
  if (whole) await breakMissing(cycle, { side, entity, sections });
  return stamp;
}
