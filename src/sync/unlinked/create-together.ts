import type { Cycle } from '../context.ts';
import { guarded } from '../guarded.ts';
import { triedKey, wasRefused } from '../pending.ts';
import type { SectionPlan } from '../plan.ts';
import type { RemoteRecord } from '../record.ts';
import { bring, outOfScope } from './bring.ts';
import { afterArrival } from './create.ts';
import { provision } from './provide.ts';
import { type Arrival, type ReadyCreate, sendCreates, triedOf } from './send-creates.ts';

/** How many go out between two commits where each is a request: as many may have to be looked for after a crash. */
const atOnce = 50;

/**
 * Makes the counterparts of new records together, so that few commits stand for many of them: in
 * one request where the target takes several at once, else one after the other. Returns the
 * records that have to be brought over one by one, because others have a say in it.
 */
export async function createTogether(
  cycle: Cycle,
  plan: SectionPlan,
  records: readonly RemoteRecord[],
): Promise<readonly RemoteRecord[]> {
  if (!isSelfContained(plan) || cycle.waking) return records;
  const creates: ReadyCreate[] = [];
  const others: RemoteRecord[] = [];
  for (const record of records) {
    await guarded({ cycle, plan, source: record }, async () => {
      const create = await prepare(cycle, plan, record);
      if (create === undefined) others.push(record);
      else creates.push(create);
    });
  }
  for (const arrival of await sendInBatches({ cycle, plan }, creates)) {
    const { record } = arrival;
    await guarded({ cycle, plan, source: record }, () =>
      afterArrival({ cycle, plan, record, bring }, arrival),
    );
  }
  return others;
}

/** Nothing else happens before all are sent: what follows an arrival could bring over one of them. */
async function sendInBatches(
  { cycle, plan }: Pick<ReadyCreate, 'cycle' | 'plan'>,
  creates: readonly ReadyCreate[],
): Promise<readonly Arrival[]> {
  const size = plan.port.target.createMany === undefined ? atOnce : creates.length;
  const arrivals: Arrival[] = [];
  for (let from = 0; from < creates.length; from += size) {
    const batch = creates.slice(from, from + size);
    for (const { record } of batch) cycle.notes.tried.add(triedKey(plan.key, record.id));
    arrivals.push(...(await sendCreates({ cycle, plan }, batch)));
  }
  return arrivals;
}

/**
 * Whether a record gets its counterpart whatever others of its section get, and needs none of them
 * for it; and can be found again by a marker, should its create be interrupted among many.
 */
function isSelfContained({ creates, mergeOn, settings }: SectionPlan): boolean {
  const { share, parent, provide = {}, marker } = settings;
  const refers = Object.values(provide).some(({ kind }) => kind === 'referred');
  const below = parent !== undefined && 'section' in parent;
  const makes = creates.kind === 'always' && mergeOn.length === 0 && share?.target !== false;
  return makes && marker !== undefined && !refers && !below;
}

/** A create that can go out now; what was interrupted or refused before takes its own way. */
async function prepare(
  cycle: Cycle,
  plan: SectionPlan,
  record: RemoteRecord,
): Promise<ReadyCreate | undefined> {
  const { store } = cycle;
  const by = { section: plan.key, sourceId: record.id };
  if (outOfScope(plan, record)) return undefined;
  if (await store.intent(by)) return undefined;
  const ready = await provision({ cycle, plan, record, bring });
  if (ready.kind === 'waiting') return undefined;
  if (wasRefused(cycle, await store.pending(by), triedOf(ready))) return undefined;
  return { cycle, plan, record, ready };
}
