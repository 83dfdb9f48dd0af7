import type { Instant } from '../../clock.ts';
import type { Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import type { Pair } from '../context.ts';
import { announcedUpdate, pendingChange, triedKey, wasRefused } from '../pending.ts';
import type { EntityPort, WriteOutcome } from '../port.ts';
import type { RecordRef, RemoteRecord } from '../record.ts';
import type { Link, RowBase } from '../store/link.ts';
import type { LostValue } from '../store/lost-value.ts';
import type { StoreChange } from '../store/store.ts';
import { breakLink } from './break-link.ts';
import type { RowDecision } from './decide.ts';
import { learning } from './freshness.ts';
import { lostIn } from './losses.ts';
import { lostForGood, settledLosses } from './open-losses.ts';
import { remembered } from './tried.ts';

type WriteDecision = Extract<RowDecision, { kind: 'write' }>;

/** All that one record is to be told: one write, however many properties it carries. */
interface Delivery {
  readonly side: Side;
  readonly entity: string;
  readonly port: EntityPort;
  readonly ref: RecordRef;
  /** By the property to write, the decision behind it. */
  readonly writes: Map<string, WriteDecision>;
  /** Whether the record is another section's, written through. */
  readonly through: boolean;
}

interface Delivered extends Delivery {
  readonly outcome: WriteOutcome;
}

interface Decided {
  readonly decisions: readonly RowDecision[];
  readonly records: Readonly<Partial<Record<Side, RemoteRecord>>>;
}

/** Writes what was decided and commits exactly what was really done. */
export async function deliver(pair: Pair, { decisions, records }: Decided): Promise<void> {
  const { cycle, plan, link } = pair;
  const deliveries = await address(pair, decisions);
  const tried = remembered(
    deliveries.map(({ side, writes }) => [
      side,
      [...writes].map(([property, { value }]) => [property, value]),
    ]),
  );
  const by = { section: plan.key, sourceId: link.source.id };
  const earlier = await cycle.store.pending(by);
  // What an earlier write came to is known by now, and is not in the note of this one.
  const settled: readonly StoreChange[] =
    earlier === undefined ? [] : [{ kind: 'link', link }, ...(await settledLosses(pair, records))];
  const losses = lostIn(pair, decisions);
  if (deliveries.length > 0) {
    if (wasRefused(cycle, earlier, tried)) return;
    await announce(pair, { losses, tried, settled });
  }
  const delivered: Delivered[] = [];
  for (const delivery of deliveries) delivered.push(await send(pair, delivery));
  const moved = movedLink({ link, decisions, delivered, records, now: cycle.clock.now() });
  const changes: readonly StoreChange[] = [
    ...(deliveries.length > 0 ? [] : settled),
    { kind: 'link', link: moved },
    ...overwritten(losses, delivered),
  ];
  const trouble = delivered.find(({ outcome }) => outcome.kind !== 'stored');
  if (trouble === undefined) {
    await cycle.store.commit([...changes, { kind: 'pending-done', ...by }]);
    cycle.notes.tried.delete(triedKey(plan.key, by.sourceId));
  } else {
    await cycle.store.commit(changes);
    await settleTrouble({ ...pair, link: moved }, trouble, tried);
  }
}

async function send({ cycle, plan, link }: Pair, delivery: Delivery): Promise<Delivered> {
  const { port, ref, side, entity } = delivery;
  const record = { section: plan.heading, side, entity, sourceId: link.source.id };
  const properties = Object.fromEntries(
    [...delivery.writes].map(([property, { value }]) => [property, value]),
  );
  const outcome = await cycle.parts.write({ kind: 'update', record, port, ref, properties });
  if (outcome.kind === 'stored') cycle.notes.writes += 1;
  return { ...delivery, outcome };
}

interface Announced {
  readonly losses: readonly LostValue[];
  readonly tried: string;
  /** What has become of what was announced before. */
  readonly settled: readonly StoreChange[];
}

/** Whoever goes on after a death among the writes knows what they were, and what they replace. */
async function announce(
  { cycle, plan, link }: Pair,
  { losses, tried, settled }: Announced,
): Promise<void> {
  const update = { section: plan.key, source: link.source, tried };
  await cycle.store.commit([
    ...settled,
    ...losses.map((value): StoreChange => ({ kind: 'lost', value: { ...value, open: true } })),
    await announcedUpdate(cycle, update),
  ]);
}

/** Groups the writes by the record that has to be written. */
async function address(pair: Pair, decisions: readonly RowDecision[]): Promise<Delivery[]> {
  const deliveries = new Map<string, Delivery>();
  for (const decision of decisions) {
    if (decision.kind !== 'write') continue;
    const { property, ...to } = await addressee(pair, decision);
    const key = `${to.side} ${to.through} ${to.ref.id}`;
    const delivery = deliveries.get(key) ?? { ...to, writes: new Map() };
    delivery.writes.set(property, decision);
    deliveries.set(key, delivery);
  }
  return [...deliveries.values()];
}

async function addressee(
  { cycle, plan, link }: Pair,
  { to, row }: WriteDecision,
): Promise<Omit<Delivery, 'writes'> & { property: string }> {
  const direct = {
    side: to,
    entity: plan.entity[to],
    port: plan.port[to],
    ref: link[to],
    through: false,
  };
  const through = to === 'target' ? plan.settings.writeThrough?.[row.target] : undefined;
  if (through === undefined) return { ...direct, property: row[to] };
  const other = cycle.plan.sections.find(({ heading }) => heading === through.section);
  const linked =
    other && (await cycle.store.link({ section: other.key, side: 'source', id: link.source.id }));
  if (other === undefined || linked === undefined) return { ...direct, property: row[to] };
  return {
    side: to,
    entity: other.entity.target,
    port: other.port.target,
    ref: linked.target,
    through: true,
    property: through.property,
  };
}

interface Moved {
  readonly link: Link;
  readonly decisions: readonly RowDecision[];
  readonly delivered: readonly Delivered[];
  readonly records: Decided['records'];
  readonly now: Instant;
}

function movedLink({ link, decisions, delivered, records, now }: Moved): Link {
  const base: Record<string, RowBase> = { ...link.base };
  for (const decision of decisions) {
    if (decision.kind === 'settle') base[decision.row.key] = decision.diff.value;
  }
  let known: Pick<Link, 'known' | 'learnt'> = link;
  const learn = (side: Side, record: RemoteRecord | undefined): void => {
    if (record !== undefined) known = learning(known, { side, record, now });
  };
  learn('source', records.source);
  learn('target', records.target);
  for (const { outcome, writes, side, through } of delivered) {
    if (outcome.kind !== 'stored') continue;
    if (!through) learn(side, outcome.record);
    for (const [property, { row, diff }] of writes) {
      const stored: Value = outcome.record.properties[property] ?? null;
      base[row.key] = { ...diff.value, [side]: stored };
    }
  }
  return { ...link, ...known, base };
}

/** What was thought lost is so once the write is stored, and is not where its record is gone. */
function overwritten(
  losses: readonly LostValue[],
  delivered: readonly Delivered[],
): readonly StoreChange[] {
  return delivered.flatMap(({ outcome: { kind }, writes }) => {
    // Whatever else was answered, the write may be there: what the record shows next time will tell.
    if (kind !== 'stored' && kind !== 'gone') return [];
    const rows = [...writes.values()].map(({ row }) => row.key);
    return losses
      .filter(({ row }) => rows.includes(row))
      .map((value) => (kind === 'stored' ? lostForGood(value) : { kind: 'lost-done', value }));
  });
}

/** What did not arrive stays pending; what is gone breaks the link. */
async function settleTrouble(
  pair: Pair,
  { outcome, side, through }: Delivered,
  tried: string,
): Promise<void> {
  const { cycle, plan, link } = pair;
  if (outcome.kind === 'stored') return;
  if (outcome.kind === 'gone' && !through) return breakLink(pair, side);
  const { kind, reason } =
    outcome.kind === 'gone'
      ? ({ kind: 'failed', reason: 'the record to write through is gone' } as const)
      : outcome;
  const { source } = link;
  await cycle.store.commit([
    await pendingChange(cycle, { section: plan.key, source, kind, reason, tried }),
  ]);
}
