import type { Entity } from '../contract/contract.ts';
import type { Problem } from '../contract/validate.ts';
import type { Ledger } from '../ledger.ts';
import { differences } from './differences.ts';
import { History, type Lag } from './history.ts';
import type { Reader } from './reader.ts';
import { type By, byServer, type Row } from './row.ts';
import { StaleReader } from './stale-reader.ts';
import { lowerBound, StampIndex } from './stamp-index.ts';
import { isEmpty, merged, type Properties, type Value } from './value.ts';
import { ValueIndex } from './value-index.ts';

/** A write that was done, or why it was not. */
export type Written =
  | { readonly ok: true; readonly row: Row }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What was sent, what the system makes of it, and whose doing it is. */
export interface Write {
  readonly sent: Properties;
  /** Differs from `sent` where the system rewrites, derives or fills in. */
  readonly stored: Properties;
  readonly by: By;
}

/** A write of a new row; with an id that is free and not the next one where the system knows it. */
export interface Insert extends Write {
  readonly id?: number;
}

/** What else becomes of a change: whether its stamp stays, and how much later readers see it. */
export interface Fate {
  readonly silent: boolean;
  readonly hiddenFor: number;
}

/** What a table needs around it. `stamp` is the time that a change gets, already at the system's resolution. */
export interface TableSetting {
  readonly system: string;
  readonly entity: Entity;
  readonly ledger: Ledger;
  readonly now: () => number;
  readonly stamp: () => number;
  readonly fate: (id: number) => Fate;
  readonly firstId: number;
}

/** The rows of one entity: ids, versions, times, uniqueness, indexes, and the ledger of their changes. */
export class Table implements Reader {
  readonly entity: Entity;
  readonly #setting: TableSetting;
  readonly #rows = new Map<number, Row>();
  readonly #gone = new Map<number, Row>();
  readonly #order: number[] = [];
  readonly #byStamp = new StampIndex();
  readonly #byValue = new Map<string, ValueIndex>();
  readonly #history = new History();
  #nextId: number;
  #reused: number | undefined;

  constructor(setting: TableSetting) {
    this.#setting = setting;
    this.entity = setting.entity;
    this.#nextId = setting.firstId;
  }

  /** The rows as a reader sees them who is this far behind. */
  asOf(lag: Lag = {}): Reader {
    const undone = this.#history.undone(lag, this.#setting.now());
    return undone.size === 0 ? this : new StaleReader(this, undone);
  }

  get(id: number): Row | undefined {
    return this.#rows.get(id);
  }

  all(): Iterable<Row> {
    return this.after(0);
  }

  *after(id: number): Generator<Row> {
    for (let at = lowerBound(this.#order, id + 1); at < this.#order.length; at++) {
      const row = this.#rows.get(this.#order[at] ?? 0);
      if (row) yield row;
    }
  }

  get size(): number {
    return this.#rows.size;
  }

  since(stamp: number): readonly Row[] {
    return this.#found(this.#byStamp.since(stamp));
  }

  *byStamp(descending: boolean): Generator<readonly Row[]> {
    for (const ids of this.#byStamp.groups(descending)) yield this.#found(ids);
  }

  /** The index is made at the first question. */
  where(property: string, value: Value): readonly Row[] {
    return this.#found(this.#index(property).with(value));
  }

  /** Creates a row; what the system adds to what was sent is a change of its own. Refuses a taken unique value. */
  insert({ sent, stored, by, id: known }: Insert): Written {
    const problems = this.#taken(merged({}, stored), undefined);
    if (problems.length > 0) return { ok: false, problems };
    const at = this.#setting.stamp();
    const id = known ?? this.#reused ?? this.#nextId++;
    this.#reused = undefined;
    const row: Row = { id, version: 1, createdAt: at, modifiedAt: at, fields: merged({}, stored) };
    this.#put(row, undefined, this.#setting.fate(id));
    this.#record({ id, action: 'create', by, before: {}, after: sent });
    this.#record({ id, action: 'update', by: byServer, before: sent, after: row.fields });
    return { ok: true, row };
  }

  /**
   * Lays `stored` over the row. Nothing happens where nothing differs; `silent` leaves the
   * modification time. Refuses a taken unique value.
   */
  update(row: Row, { sent, stored, by, silent }: Write & { readonly silent?: boolean }): Written {
    const fields = merged(row.fields, stored);
    const said = merged(row.fields, sent);
    if (Object.keys(differences(row.fields, fields)).length === 0) return { ok: true, row };
    const problems = this.#taken(fields, row.id);
    if (problems.length > 0) return { ok: false, problems };
    const fate = this.#setting.fate(row.id);
    const modifiedAt = silent || fate.silent ? row.modifiedAt : this.#setting.stamp();
    const next: Row = { ...row, version: row.version + 1, modifiedAt, fields };
    this.#put(next, row, fate);
    this.#record({ id: row.id, action: 'update', by, before: row.fields, after: said });
    this.#record({ id: row.id, action: 'update', by: byServer, before: said, after: fields });
    return { ok: true, row: next };
  }

  /** Moves the modification time and nothing else. */
  touch(row: Row): void {
    const next = { ...row, version: row.version + 1, modifiedAt: this.#setting.stamp() };
    this.#put(next, row, this.#setting.fate(row.id));
  }

  remove(row: Row, by: By): void {
    this.#rows.delete(row.id);
    this.#gone.set(row.id, row);
    this.#order.splice(lowerBound(this.#order, row.id), 1);
    this.#byStamp.move(row.id, { from: row.modifiedAt, to: undefined });
    for (const [property, index] of this.#byValue) {
      index.move(row.id, { from: row.fields[property] ?? null, to: undefined });
    }
    this.#remember(row.id, { before: row, after: undefined }, this.#setting.fate(row.id));
    this.#record({ id: row.id, action: 'delete', by, before: row.fields, after: {} });
  }

  /** Brings a deleted row back under its id; refuses one that was never deleted, or a value taken since. */
  revive(id: number, by: By): Written {
    const row = this.#rows.has(id) ? undefined : this.#gone.get(id);
    if (!row) return { ok: false, problems: [missing(id)] };
    const problems = this.#taken(row.fields, id);
    if (problems.length > 0) return { ok: false, problems };
    const back = { ...row, version: row.version + 1, modifiedAt: this.#setting.stamp() };
    this.#put(back, undefined, this.#setting.fate(id));
    this.#record({ id, action: 'create', by, before: {}, after: back.fields });
    return { ok: true, row: back };
  }

  /** The next record is given the id of a deleted one; false where there is none with it. */
  reuse(id: number): boolean {
    const free = this.#gone.has(id) && !this.#rows.has(id);
    if (free) this.#reused = id;
    return free;
  }

  #put(row: Row, before: Row | undefined, fate: Fate): void {
    this.#rows.set(row.id, row);
    if (!before) this.#order.splice(lowerBound(this.#order, row.id), 0, row.id);
    this.#byStamp.move(row.id, { from: before?.modifiedAt, to: row.modifiedAt });
    for (const [property, index] of this.#byValue) {
      const from = before ? (before.fields[property] ?? null) : undefined;
      index.move(row.id, { from, to: row.fields[property] ?? null });
    }
    this.#remember(row.id, { before, after: row }, fate);
  }

  #remember(
    id: number,
    change: { readonly before: Row | undefined; readonly after: Row | undefined },
    { hiddenFor }: Fate,
  ): void {
    const at = this.#setting.now();
    this.#history.add({ id, at, visibleFrom: at + hiddenFor, ...change });
  }

  #found(ids: Iterable<number>): readonly Row[] {
    const rows: Row[] = [];
    for (const id of ids) {
      const row = this.#rows.get(id);
      if (row) rows.push(row);
    }
    return rows;
  }

  #index(property: string): ValueIndex {
    const known = this.#byValue.get(property);
    if (known) return known;
    const made = new ValueIndex();
    for (const row of this.#rows.values()) {
      made.move(row.id, { from: undefined, to: row.fields[property] ?? null });
    }
    this.#byValue.set(property, made);
    return made;
  }

  #taken(fields: Properties, self: number | undefined): readonly Problem[] {
    return this.entity.unique.flatMap((name): readonly Problem[] => {
      const value = fields[name] ?? null;
      if (isEmpty(value) || this.where(name, value).every(({ id }) => id === self)) return [];
      return [{ kind: 'unique', path: name, message: `${name} ${String(value)} is in use.` }];
    });
  }

  #record(change: {
    readonly id: number;
    readonly action: 'create' | 'update' | 'delete';
    readonly by: By;
    readonly before: Properties;
    readonly after: Properties;
  }): void {
    const fields = differences(change.before, change.after);
    if (change.action === 'update' && Object.keys(fields).length === 0) return;
    const { system, entity, ledger } = this.#setting;
    ledger.change({
      system,
      entity: entity.name,
      id: String(change.id),
      action: change.action,
      ...change.by,
      fields,
    });
  }
}

function missing(id: number): Problem {
  return { kind: 'reference', path: 'id', message: `No deleted record ${id} can come back.` };
}
