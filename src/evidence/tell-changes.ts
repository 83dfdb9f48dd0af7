import type { Instant } from '../clock.ts';
import type { Step } from './evidence.ts';
import type { ChangeEntry } from './ledger.ts';

/** Which lane of the story each system has, by the system's name. */
export type LaneOf = (system: string) => Step['lane'];

/** What the engine did, for its own lane: `created Acme Orders 7; wrote name and code of Acme Lines 9`. */
export function deedsOf(changes: readonly ChangeEntry[]): string {
  return changes
    .filter(({ author }) => author === 'engine')
    .map((change) => `${deed(change)} ${recordOf(change)}`)
    .join('; ');
}

/**
 * What changed in the systems themselves, a step for each record that a request or a person
 * touched, in the lane of its system, with what the system itself then made of it. What a system
 * did to records that nobody touched is one step. All are told as of the moment `at` when the step
 * began that brought them about.
 */
export function changeSteps(
  changes: readonly ChangeEntry[],
  { at, laneOf }: { readonly at: Instant; readonly laneOf: LaneOf },
): readonly Step[] {
  const own = changes.filter(({ author }) => author === 'server');
  const caused = changes.filter(({ author }) => author !== 'server');
  const step = (system: string, text: string): Step => ({
    at,
    lane: laneOf(system),
    text,
    exchanges: [],
  });
  const touched = [
    ...Map.groupBy(caused, (change) =>
      JSON.stringify([recordOf(change), change.request ?? change.seq]),
    ).values(),
  ];
  const lastOf = new Map(touched.flatMap((all) => all.map((each) => [recordOf(each), all])));
  const told = touched.flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const record = recordOf(first);
    const after = lastOf.get(record) === all ? own.filter((each) => recordOf(each) === record) : [];
    const deeds = [...all.map(became), ...after.map(becameByItself)];
    return [step(first.system, `${by(first)}${record} ${deeds.join('; ')}`)];
  });
  const untouched = own.filter((change) => !lastOf.has(recordOf(change)));
  return [
    ...told,
    ...[...Map.groupBy(untouched, ({ system }) => system)].map(([system, all]) =>
      step(system, `By the system itself: ${all.map(ownDeed).join('; ')}`),
    ),
  ];
}

/** A record, as people name it: the same words as in the field table. */
export function recordOf({ system, entity, id }: Omit<ChangeEntry, 'fields'>): string {
  return `${system === '' ? '' : `${system} `}${entity} ${id}`;
}

/** Names in a row, as a sentence has them: `a, b and c`. */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function deed({ action, fields }: ChangeEntry): string {
  if (action === 'create') return 'created';
  return action === 'delete' ? 'deleted' : `wrote ${listed(Object.keys(fields))} of`;
}

function by({ author }: ChangeEntry): string {
  return author === 'user' ? 'A user at work: ' : '';
}

function ownDeed(change: ChangeEntry): string {
  return `${recordOf(change)} ${became(change)}`;
}

function becameByItself(change: ChangeEntry): string {
  return `by the system itself it ${became(change)}`;
}

function became({ action, fields }: ChangeEntry): string {
  if (action === 'delete') return 'is gone';
  const values = Object.entries(fields).map(([property, { before, after }]) =>
    before === null
      ? `${property} = ${JSON.stringify(after)}`
      : `${property}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`,
  );
  return `${action === 'create' ? 'is new, with' : 'now has'} ${values.join(', ')}`;
}
