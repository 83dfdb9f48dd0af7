import type { Instant } from '../../clock.ts';
import type { Author, ChangeEntry, Ledger, RequestEntry } from '../../evidence/ledger.ts';
import type { Properties, Value } from '../../value.ts';
import { withoutIds } from '../basis/lines.ts';
import type { RecordName } from '../basis/record-name.ts';
import { createHeldValues, type HeldValues } from './held-values.ts';
import { createTypedTexts, type TypedTexts } from './typed.ts';

/** One value that was put into a property, by whom, and when in the order of the ledger. */
export interface Put {
  readonly seq: number;
  readonly author: Author;
  readonly action: 'create' | 'update';
  readonly value: Value;
  /** The request that put it there, by its number in the ledger; none of users and of the system itself. */
  readonly request?: number;
}

/** What the ledger has said so far, indexed; reads each entry once. */
export interface History extends Pick<HeldValues, 'values' | 'holders'> {
  /** Takes in what the ledger has gained, and returns it. */
  refresh(): {
    readonly changes: readonly ChangeEntry[];
    readonly requests: readonly RequestEntry[];
  };
  /** Ids of an entity's records in the order of their creation, whoever made them. */
  created(of: { readonly system: string; readonly entity: string }): readonly string[];
  /** All that ever happened to a record, oldest first. */
  changes(record: RecordName): readonly ChangeEntry[];
  /** What users have typed. */
  readonly typed: Pick<TypedTexts, 'all' | 'times'>;
  /** What was put into a property, oldest first. */
  puts(record: RecordName, property: string): readonly Put[];
  /** The record as it was before the ledger's entry `seq`. */
  asOf(record: RecordName, seq: number): Properties;
  /** When the record was last changed before the ledger's entry `seq`; `undefined` where it never was. */
  changedBefore(record: RecordName, seq: number): Instant | undefined;
  /** Whether the record was deleted. */
  gone(record: RecordName): boolean;
}

export function createHistory(ledger: Ledger): History {
  let read = 0;
  const created = new Map<string, string[]>();
  const deleted = new Set<string>();
  const held = createHeldValues();
  const changes = new Map<string, ChangeEntry[]>();
  const typed = createTypedTexts();

  const take = (change: ChangeEntry): void => {
    const name = key(change);
    const earlier = changes.get(name);
    const isBack = change.action === 'create' && deleted.delete(name);
    // What comes back with a record that was deleted nobody has typed just now.
    const known: ChangeEntry = isBack ? { ...change, author: 'server' } : change;
    if (earlier === undefined) changes.set(name, [known]);
    else earlier.push(known);
    if (change.action === 'create' && !isBack) {
      const ids = created.get(entityKey(change)) ?? [];
      ids.push(change.id);
      created.set(entityKey(change), ids);
    }
    if (change.action === 'delete') deleted.add(name);
    typed.take(known);
    held.take(change);
  };

  return {
    refresh: () => {
      const fresh = ledger.entries.slice(read);
      read = ledger.entries.length;
      const changed = fresh.filter((entry) => entry.kind === 'change');
      for (const change of changed) take(change);
      return { changes: changed, requests: fresh.filter((entry) => entry.kind === 'request') };
    },
    values: held.values,
    holders: held.holders,
    created: (of) => created.get(entityKey(of)) ?? [],
    changes: (record) => changes.get(key(record)) ?? [],
    typed,
    puts: (record, property) => putsIn(changes.get(key(record)) ?? [], property),
    asOf: (record, seq) => {
      const earlier = before(changes.get(key(record)), seq);
      return Object.assign({}, ...earlier.map(stateAfter));
    },
    changedBefore: (record, seq) => before(changes.get(key(record)), seq).at(-1)?.at,
    gone: (record) => deleted.has(key(record)),
  };
}

function before(changes: readonly ChangeEntry[] = [], seq: number): readonly ChangeEntry[] {
  return changes.filter((change) => change.seq < seq);
}

function stateAfter({ fields }: ChangeEntry): Properties {
  return Object.fromEntries(Object.entries(fields).map(([name, { after }]) => [name, after]));
}

/** A record that is created without a property holds nothing in it from then on. */
function putIn(
  { seq, author, action, fields, request }: ChangeEntry,
  property: string,
): readonly Put[] {
  const field = fields[property];
  if (action === 'delete' || (field === undefined && action === 'update')) return [];
  const by = request === undefined ? {} : { request };
  return [{ seq, author, action, value: field?.after ?? null, ...by }];
}

function putsIn(changes: readonly ChangeEntry[], property: string): readonly Put[] {
  return changes.flatMap((change) => putIn(change, property)).reduce(attributed, []);
}

/** A system that gives lines their ids says nothing of its own: what it puts there is whose it was. */
function attributed(earlier: readonly Put[], put: Put): Put[] {
  const last = earlier.at(-1);
  const isOwn = last === undefined || put.author !== 'server' || !givesIds(last.value, put.value);
  return [...earlier, isOwn ? put : { ...last, seq: put.seq, value: put.value }];
}

function givesIds(before: Value, after: Value): boolean {
  const [was, is, content] = [before, after, withoutIds(after)].map((value) =>
    JSON.stringify(value),
  );
  return was !== is && is !== content && JSON.stringify(withoutIds(before)) === content;
}

function key({ system, entity, id }: RecordName): string {
  return JSON.stringify([system, entity, id]);
}

function entityKey({ system, entity }: Omit<RecordName, 'id'>): string {
  return JSON.stringify([system, entity]);
}
