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
 * touched, in the lane of its system; with what the system itself then made of it. They are told
 * as of the moment `at` when the step began that brought them about.
 */
export function changeSteps(
  changes: readonly ChangeEntry[],
  { at, laneOf }: { readonly at: Instant; readonly laneOf: LaneOf },
): readonly Step[] {
  const touched = Map.groupBy(changes, (change) =>
    JSON.stringify([recordOf(change), change.request ?? change.seq]),
  );
  return [...touched.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const text = `${by(first)}${recordOf(first)} ${[first, ...others].map(became).join('; ')}`;
    return [{ at, lane: laneOf(first.system), text, exchanges: [] }];
  });
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
  return { user: 'A user at work: ', engine: '', server: 'By the system itself: ' }[author];
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
