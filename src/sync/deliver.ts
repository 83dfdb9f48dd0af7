import type { Side } from '../settings.ts';
import type { Value } from '../value.ts';
import type { Pair } from './context.ts';
import type { RowDecision } from './decide.ts';
import type { Link, RowBase } from './link.ts';
import { breakLink } from './missing.ts';
import { pendingChange, wasRefused } from './pending.ts';
import type { EntityPort, WriteOutcome } from './port.ts';
import type { RecordRef, RemoteRecord } from './record.ts';

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
  const tried = fingerprint(deliveries);
  const by = { section: plan.key, sourceId: link.source.id };
  const earlier = await cycle.store.pending(by);
  if (deliveries.length > 0 && wasRefused(cycle, earlier, tried)) return;
  const delivered: Delivered[] = [];
  for (const delivery of deliveries) {
    const { port, ref, side, entity } = delivery;
    const record = { section: plan.heading, side, entity, sourceId: link.source.id };
    const properties = Object.fromEntries(
      [...delivery.writes].map(([property, { value }]) => [property, value]),
    );
    const outcome = await cycle.parts.write({ kind: 'update', record, port, ref, properties });
    delivered.push({ ...delivery, outcome });
  }
  const moved = movedLink({ link, decisions, delivered, records });
  await cycle.store.commit([{ kind: 'link', link: moved }]);
  note(pair, delivered);
  await settleOutcomes({ ...pair, link: moved }, delivered, tried);
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

function fingerprint(deliveries: readonly Delivery[]): string {
  return JSON.stringify(
    deliveries.map(({ side, writes }) => [
      side,
      [...writes].map(([property, { value }]) => [property, value]),
    ]),
  );
}

interface Moved {
  readonly link: Link;
  readonly decisions: readonly RowDecision[];
  readonly delivered: readonly Delivered[];
  readonly records: Decided['records'];
}

function movedLink({ link, decisions, delivered, records }: Moved): Link {
  const base: Record<string, RowBase> = { ...link.base };
  for (const decision of decisions) {
    if (decision.kind === 'settle') base[decision.row.key] = decision.diff.value;
  }
  const known = { source: link.known.source, target: link.known.target };
  const learn = (side: Side, record: RemoteRecord | undefined): void => {
    const stamp = record?.modifiedAt;
    if (stamp !== undefined && stamp > (known[side] ?? Number.NEGATIVE_INFINITY))
      known[side] = stamp;
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
  return { ...link, base, known };
}

function note({ cycle, plan, link }: Pair, delivered: readonly Delivered[]): void {
  const { notes } = cycle;
  for (const { outcome, writes, side } of delivered) {
    if (outcome.kind === 'stored') notes.writes += 1;
    // A write without an answer may be there: then the other value is gone, and this is who knew it.
    else if (outcome.kind !== 'unknown') continue;
    for (const { row, value, lost } of writes.values()) {
      if (lost === undefined) continue;
      notes.conflicts.push({
        section: plan.heading,
        sourceId: link.source.id,
        targetId: link.target.id,
        row: row.key,
        winner: side === 'source' ? 'target' : 'source',
        kept: value,
        lost,
      });
    }
  }
}

/** What did not arrive stays pending; what is gone breaks the link. */
async function settleOutcomes(
  pair: Pair,
  delivered: readonly Delivered[],
  tried: string,
): Promise<void> {
  const { cycle, plan, link } = pair;
  for (const { outcome, side, through } of delivered) {
    if (outcome.kind === 'stored') continue;
    if (outcome.kind === 'gone' && !through) return breakLink(pair, side);
    const kind = outcome.kind === 'gone' ? 'failed' : outcome.kind;
    const reason = outcome.kind === 'gone' ? 'the record to write through is gone' : outcome.reason;
    const { source } = link;
    await cycle.store.commit([
      await pendingChange(cycle, { section: plan.key, source, kind, reason, tried }),
    ]);
    return;
  }
  await cycle.store.commit([{ kind: 'pending-done', section: plan.key, sourceId: link.source.id }]);
}
