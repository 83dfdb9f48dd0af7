import type { Entity } from './contract.ts';
import type { Author, FieldChanges, Ledger } from './ledger.ts';
import { lowerBound, StampIndex } from './stamp-index.ts';
import type { Problem } from './validate.ts';
import { isEmpty, merged, type Properties, sameValue, type Value } from './value.ts';
import { ValueIndex } from './value-index.ts';

/** One version of a record. A change makes a new row; rows themselves never change. */
export interface Row {
  readonly id: number;
  /** From 1; moves with every change, silent ones too. */
  readonly version: number;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** By dotted path; empty properties are left out. */
  readonly fields: Properties;
}

/** Who writes, and by which request where it came over the API. */
export interface By {
  readonly author: Author;
  readonly request?: number;
}

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

/** What a table needs around it. `stamp` is the time that a change gets, already at the system's resolution. */
export interface TableSetting {
  readonly system: string;
  readonly entity: Entity;
  readonly ledger: Ledger;
  readonly stamp: () => number;
  readonly firstId: number;
}

/** The rows of one entity: ids, versions, times, uniqueness, indexes, and the ledger of their changes. */
export class Table {
  readonly entity: Entity;
  readonly #setting: TableSetting;
  readonly #rows = new Map<number, Row>();
  readonly #order: number[] = [];
  readonly #byStamp = new StampIndex();
  readonly #byValue = new Map<string, ValueIndex>();
  #nextId: number;

  constructor(setting: TableSetting) {
    this.#setting = setting;
    this.entity = setting.entity;
    this.#nextId = setting.firstId;
  }

  get(id: number): Row | undefined {
    return this.#rows.get(id);
  }

  /** All rows, by id ascending. */
  all(): Iterable<Row> {
    return this.#rows.values();
  }

  /** Rows with an id above `id`, ascending: a page starts here, without reading those before it. */
  *after(id: number): Generator<Row> {
    for (let at = lowerBound(this.#order, id + 1); at < this.#order.length; at++) {
      const row = this.#rows.get(this.#order[at] ?? 0);
      if (row) yield row;
    }
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Rows modified at or after `stamp`, oldest first; reads no others. */
  since(stamp: number): readonly Row[] {
    return this.#found(this.#byStamp.since(stamp));
  }

  /** Rows in which `property` holds exactly `value`; the index is made at the first question. */
  where(property: string, value: Value): readonly Row[] {
    return this.#found(this.#index(property).with(value));
  }

  /** Creates a row; what the system adds to what was sent is a change of its own. Refuses a taken unique value. */
  insert({ sent, stored, by }: Write): Written {
    const problems = this.#taken(merged({}, stored), undefined);
    if (problems.length > 0) return { ok: false, problems };
    const at = this.#setting.stamp();
    const id = this.#nextId++;
    const row: Row = { id, version: 1, createdAt: at, modifiedAt: at, fields: merged({}, stored) };
    this.#order.push(id);
    this.#put(row, undefined);
    this.#record({ id, action: 'create', by, before: {}, after: sent });
    this.#record({ id, action: 'update', by: server, before: sent, after: row.fields });
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
    const modifiedAt = silent ? row.modifiedAt : this.#setting.stamp();
    const next: Row = { ...row, version: row.version + 1, modifiedAt, fields };
    this.#put(next, row);
    this.#record({ id: row.id, action: 'update', by, before: row.fields, after: said });
    this.#record({ id: row.id, action: 'update', by: server, before: said, after: fields });
    return { ok: true, row: next };
  }

  remove(row: Row, by: By): void {
    this.#rows.delete(row.id);
    this.#order.splice(lowerBound(this.#order, row.id), 1);
    this.#byStamp.move(row.id, { from: row.modifiedAt, to: undefined });
    for (const [property, index] of this.#byValue) {
      index.move(row.id, { from: row.fields[property] ?? null, to: undefined });
    }
    this.#record({ id: row.id, action: 'delete', by, before: row.fields, after: {} });
  }

  #put(row: Row, before: Row | undefined): void {
    this.#rows.set(row.id, row);
    this.#byStamp.move(row.id, { from: before?.modifiedAt, to: row.modifiedAt });
    for (const [property, index] of this.#byValue) {
      const from = before ? (before.fields[property] ?? null) : undefined;
      index.move(row.id, { from, to: row.fields[property] ?? null });
    }
  }

  #found(ids: Iterable<number>): readonly Row[] {
    return [...ids].flatMap((id) => this.#rows.get(id) ?? []);
  }

  #index(property: string): ValueIndex {
    const known = this.#byValue.get(property);
    if (known) return known;
    const made = new ValueIndex();
    for (const row of this.all()) {
      made.move(row.id, { from: undefined, to: row.fields[property] ?? null });
    }
    this.#byValue.set(property, made);
    return made;
  }

  #taken(fields: Properties, self: number | undefined): readonly Problem[] {
    const unique = [...this.entity.properties.values()].filter((property) => property.unique);
    return unique.flatMap(({ name }): readonly Problem[] => {
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

const server: By = { author: 'server' };

function differences(before: Properties, after: Properties): FieldChanges {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const differing = [...names].filter((name) => !sameValue(before[name], after[name]));
  return Object.fromEntries(
    differing.map((name) => [name, { before: before[name] ?? null, after: after[name] ?? null }]),
  );
}
