import type { Cycle } from '../context.ts';
import { announcedCreate, pendingChange, triedKey } from '../pending.ts';
import type { SectionPlan } from '../plan.ts';
import type { WriteOutcome } from '../port.ts';
import { type RemoteRecord, ref } from '../record.ts';
import type { Link } from '../store/link.ts';
import type { StoreChange } from '../store/store.ts';
import type { CreateWrite } from '../write.ts';
import { linkOf } from './linking.ts';
import type { Provision } from './provide.ts';

/** A source record whose counterpart can be made now. */
export interface ReadyCreate {
  readonly cycle: Cycle;
  readonly plan: SectionPlan;
  readonly record: RemoteRecord;
  readonly ready: Extract<Provision, { kind: 'ready' }>;
}

/** A source record that has its counterpart. */
export interface Arrival {
  readonly record: RemoteRecord;
  readonly link: Link;
}

/** What was sent, so that a refused create is not sent again unchanged. */
export function triedOf({ properties }: ReadyCreate['ready']): string {
  return JSON.stringify(properties);
}

/**
 * Sends creates of one section. Their intents are durable, in one commit, before the first goes
 * out, and what became of them all is committed at once: a process that dies between finds by its
 * intents what it may have made. Returns those that arrived.
 */
export async function sendCreates(
  { cycle, plan }: Pick<ReadyCreate, 'cycle' | 'plan'>,
  creates: readonly ReadyCreate[],
): Promise<readonly Arrival[]> {
  const { store, notes } = cycle;
  const announcements: StoreChange[] = [];
  for (const create of creates) announcements.push(...(await announced(create)));
  await store.commit(announcements);
  const outcomes = await sent(cycle, creates.map(createWrite));
  const changes: StoreChange[] = [];
  const arrivals: Arrival[] = [];
  for (const [at, create] of creates.entries()) {
    const outcome = outcomes[at] ?? unanswered;
    if (outcome.kind !== 'stored') {
      changes.push(...(await troubled(create, outcome)));
      continue;
    }
    const { record, ready } = create;
    const now = cycle.clock.now();
    const { sent } = ready.intent;
    const link = linkOf({ plan, source: record, target: outcome.record, sent, now });
    notes.writes += 1;
    notes.made.set(triedKey(plan.key, record.id), outcome.record);
    changes.push(...linked(link));
    arrivals.push({ record, link });
  }
  await store.commit(changes);
  return arrivals;
}

const unanswered: WriteOutcome = {
  kind: 'unknown',
  reason: 'the answer to the batch says nothing of it',
};

async function sent(
  { parts }: Cycle,
  writes: readonly CreateWrite[],
): Promise<readonly WriteOutcome[]> {
  const [first, ...others] = writes;
  if (first === undefined) return [];
  return others.length === 0 ? [await parts.write(first)] : parts.writeTogether(writes);
}

function createWrite({ plan, record, ready }: ReadyCreate): CreateWrite {
  const { heading: section, entity, port } = plan;
  const { properties, parent } = ready;
  return {
    kind: 'create',
    record: { section, side: 'target', entity: entity.target, sourceId: record.id },
    port: port.target,
    properties,
    ...(parent === undefined ? {} : { parent }),
  };
}

async function announced({
  cycle,
  plan,
  record,
  ready,
}: ReadyCreate): Promise<readonly StoreChange[]> {
  const noted = await announcedCreate(cycle, { section: plan.key, source: ref(record) });
  return [{ kind: 'intent', intent: ready.intent }, noted];
}

/** The changes by which a record has its counterpart. */
export function linked(link: Link): readonly StoreChange[] {
  const by = { section: link.section, sourceId: link.source.id };
  return [
    { kind: 'link', link },
    { kind: 'intent-done', ...by },
    { kind: 'pending-done', ...by },
  ];
}

async function troubled(
  { cycle, plan, record, ready }: ReadyCreate,
  outcome: Exclude<WriteOutcome, { kind: 'stored' }>,
): Promise<readonly StoreChange[]> {
  const { kind, reason } =
    outcome.kind === 'gone'
      ? ({ kind: 'failed', reason: `the parent of a new ${plan.entity.target} is gone` } as const)
      : outcome;
  const source = ref(record);
  const tried = triedOf(ready);
  const pending = await pendingChange(cycle, { section: plan.key, source, kind, reason, tried });
  // Even who says no may have done it: where it can be looked for, it is before it is sent again.
  if (kind !== 'unknown' && ready.intent.marker === undefined) {
    return [pending, { kind: 'intent-done', section: plan.key, sourceId: record.id }];
  }
  // It may have been at work until now: from now on the replicas have their time.
  return [pending, { kind: 'intent', intent: { ...ready.intent, at: cycle.clock.now() } }];
}
