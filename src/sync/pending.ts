import type { Cycle } from './context.ts';
import type { SectionPlan } from './plan.ts';
import type { WriteOutcome } from './port.ts';
import { type RecordRef, ref } from './record.ts';
import type { Pending } from './store/link.ts';
import type { StoreChange } from './store/store.ts';

type Trouble = Exclude<WriteOutcome['kind'], 'stored' | 'gone'> | 'waiting';

interface PendingInput {
  readonly section: string;
  readonly source: RecordRef;
  readonly kind: Trouble;
  readonly reason: string;
  /** What was sent; absent where nothing was, so that what an earlier write came to is as unknown as before. */
  readonly tried?: string;
}

/** Remembers that a record's change has not arrived, counting the attempts. */
export function pendingChange(cycle: Cycle, input: PendingInput): Promise<StoreChange> {
  return openItem(cycle, input, 1);
}

/**
 * Remembers what a linked pair is about to be told, before it is sent: where the engine dies before
 * it has heard the answer, nobody could tell the write from a user's edit afterwards.
 */
export function announcedUpdate(
  cycle: Cycle,
  update: Required<Pick<PendingInput, 'section' | 'source' | 'tried'>>,
): Promise<StoreChange> {
  const reason = 'the engine stopped before it knew whether its write was stored';
  return openItem(cycle, { ...update, kind: 'unknown', reason }, 0);
}

/**
 * Remembers a create that is about to go out, by which it is followed up even where its record is
 * never listed again; earlier attempts at it are not forgotten.
 */
export function announcedCreate(
  cycle: Cycle,
  create: Pick<PendingInput, 'section' | 'source'>,
): Promise<StoreChange> {
  const reason = 'its create was under way when the engine ended';
  return openItem(cycle, { ...create, kind: 'waiting', reason, tried: '' }, 0);
}

async function openItem(
  { store, clock }: Cycle,
  { section, source, reason, ...now }: PendingInput,
  attempt: 0 | 1,
): Promise<StoreChange> {
  const earlier = await store.pending({ section, sourceId: source.id });
  const attempts = (earlier?.attempts ?? 0) + attempt;
  const since = earlier?.since ?? clock.now();
  const { kind, tried = '' } =
    now.tried === undefined && earlier?.kind === 'unknown' ? earlier : now;
  return { kind: 'pending', pending: { section, source, kind, reason, tried, attempts, since } };
}

interface Waiting {
  readonly cycle: Cycle;
  readonly plan: SectionPlan;
  readonly record: RecordRef;
}

/** Leaves a source record until the next cycle, when what it waits for may be there. */
export async function leaveWaiting(
  { cycle, plan, record }: Waiting,
  reason: string,
): Promise<void> {
  cycle.notes.tried.add(triedKey(plan.key, record.id));
  const pending = { section: plan.key, source: ref(record), kind: 'waiting', reason } as const;
  await cycle.store.commit([await pendingChange(cycle, pending)]);
}

/** Whether the very same write was refused before: it is tried again only while sweeping. */
export function wasRefused(cycle: Cycle, earlier: Pending | undefined, tried: string): boolean {
  return earlier?.kind === 'refused' && earlier.tried === tried && !cycle.sweeping;
}

/** Names a record of a section among those that a cycle has tried. */
export function triedKey(section: string, sourceId: string): string {
  return `${section}/${sourceId}`;
}
