import type { Instant } from '../../clock.ts';
import { opposite, type Side } from '../../settings.ts';
import type { Pair, Seen } from '../context.ts';
import { leaveWaiting, triedKey } from '../pending.ts';
import type { SectionPlan } from '../plan.ts';
import type { RemoteRecord } from '../record.ts';
import { breakLink } from './break-link.ts';
import { isEmpty } from './convert.ts';
import type { RowDecision } from './decide.ts';
import { deliver } from './deliver.ts';
import { hasGoneBack, isStale } from './freshness.ts';
import { supposed } from './tried.ts';

/** The two records as far as they have been read, and when. */
interface View {
  readonly records: Partial<Record<Side, RemoteRecord>>;
  readonly at: Record<Side, Instant>;
}

/**
 * Brings one linked pair into agreement. Without a `seen` record both sides are read. Nothing is
 * written to a record that was not read right before: what somebody else wrote meanwhile is
 * decided upon too.
 */
export async function syncLinked(pair: Pair & { readonly seen?: Seen }): Promise<void> {
  const { cycle, plan, link, seen } = pair;
  const now = cycle.clock.now();
  const view: View = { records: {}, at: { source: now, target: now } };
  if (seen !== undefined) {
    look({ pair, view, side: seen.side, record: seen.record });
    view.at[seen.side] = seen.seenAt;
    if (decideAll(pair, view).every(({ kind }) => kind === 'nothing')) return;
  }
  cycle.notes.tried.add(triedKey(plan.key, link.source.id));
  const unread: readonly Side[] = seen === undefined ? ['source', 'target'] : [opposite(seen.side)];
  for (const side of unread) if (!(await readAgain(pair, view, side))) return;
  const open = await cycle.store.pending({ section: plan.key, sourceId: link.source.id });
  const known = (): Pair => {
    const { records } = view;
    return { ...pair, link: supposed({ link, rows: plan.rows, open, records }) };
  };
  if (seen !== undefined && asksAgain(known(), view, seen)) {
    if (!(await readAgain(pair, view, seen.side))) return;
  }
  const decisions = decideAll(known(), view);
  if (decisions.some((decision) => isBlind(decision, view))) {
    const reason = 'a replica shows an older state of it than is known: it is looked at again';
    return leaveWaiting({ cycle, plan, record: link.source }, reason);
  }
  await deliver(known(), { decisions, records: view.records });
}

/** Whether what a list showed of a record is not enough to act upon it. */
function asksAgain(pair: Pair, view: View, { side, record }: Seen): boolean {
  return (
    hasGoneBack(pair.link, { side, record }) ||
    decideAll(pair, view).some((decision) => writesTo(decision, side) || clears(decision))
  );
}

/** Whether it would write to a record of which only an older state than is known could be read. */
function isBlind(decision: RowDecision, { records }: View): boolean {
  return decision.kind === 'write' && records[decision.to] === undefined;
}

function decideAll({ cycle, plan, link }: Pair, { records, at }: View): readonly RowDecision[] {
  const modifiedAt = {
    source: records.source?.modifiedAt ?? at.source,
    target: records.target?.modifiedAt ?? at.target,
  };
  const priority = plan.settings.priority ?? 'source';
  return cycle.parts
    .diff({ rows: plan.rows, base: link.base, seen: records })
    .map((row) => withheld(plan, cycle.parts.decide(row, { modifiedAt, priority })));
}

/** A side that is not shared is never written. */
function withheld({ settings }: SectionPlan, decision: RowDecision): RowDecision {
  const held = decision.kind === 'write' && settings.share?.[decision.to] === false;
  return held ? { kind: 'nothing', row: decision.row } : decision;
}

function writesTo(decision: RowDecision, side: Side): boolean {
  return decision.kind === 'write' && decision.to === side;
}

/** What a list leaves out may be left out of the list alone: the record itself has to say that it is empty. */
function clears(decision: RowDecision): boolean {
  return decision.kind === 'write' && isEmpty(decision.value);
}

/** Reads one side's record; where it is gone the link is broken, and the answer is false. */
async function readAgain(pair: Pair, view: View, side: Side): Promise<boolean> {
  const record = await pair.plan.port[side].read(pair.link[side]);
  if (record === undefined) {
    await breakLink(pair, side);
    return false;
  }
  look({ pair, view, side, record });
  return true;
}

interface Look {
  readonly pair: Pair;
  readonly view: View;
  readonly side: Side;
  readonly record: RemoteRecord;
}

/** Takes a record into view, unless the engine knows a newer state of it: a replica lags. */
function look({ pair, view, side, record }: Look): void {
  const { settings, clock } = pair.cycle;
  const answered = { side, record, now: clock.now() };
  if (!isStale(pair.link, answered, settings.overlapMs)) view.records[side] = record;
}
