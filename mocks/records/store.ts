import type { Entity } from '../contract/contract.ts';
import { type Checked, checkValues, missing, type Problem } from '../contract/validate.ts';
import type { TwinOptions } from '../twin.ts';
import type { By, Row } from './row.ts';
import { Table, type Written } from './table.ts';
import { isEmpty, merged, type Properties, type Value } from './value.ts';

/** What a system knows of its records beyond the contract of single properties. */
export interface Rules {
  /** What stands in the way of a record that would hold `fields`; `before` is absent for a create. */
  readonly problems?: (fields: Properties, before: Row | undefined) => readonly Problem[];
  /** What the system makes of `fields`: derived and completed. */
  readonly settled?: (fields: Properties, before: Row | undefined) => Properties;
  /** What else changes when a record has changed. */
  readonly changed?: (before: Row, after: Row) => void;
  /** Why the record cannot be deleted. */
  readonly held?: (row: Row) => string | undefined;
}

/** A store's make-up. `firstId` lets id ranges of different entities overlap without being equal. */
export interface StoreSetting extends Omit<TwinOptions, 'dice'> {
  readonly system: string;
  readonly entities: readonly Entity[];
  /** Of modification times, in milliseconds. */
  readonly resolution: number;
  readonly firstId: (entity: Entity, at: number) => number;
}

/** What is sent to lie over a record. */
export interface Update {
  readonly entity: string;
  readonly row: Row;
  readonly sent: Iterable<readonly [string, unknown]>;
}

interface Planned {
  readonly problems: readonly Problem[];
  readonly sent: Properties;
  readonly stored: Properties;
}

/** The records of one system. The API and the people at the desk write through the same rules. */
export class Store {
  readonly #setting: StoreSetting;
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #rules = new Map<string, Rules>();

  constructor(setting: StoreSetting) {
    this.#setting = setting;
    this.#tables = new Map(
      setting.entities.map((entity, at) => [entity.name, this.#newTable(entity, at)]),
    );
  }

  /** Puts rules on an entity; they can read and write other tables of the store. */
  rule(entity: string, rules: Rules): void {
    this.#rules.set(entity, rules);
  }

  /** The table of an entity of this system; throws for any other, a defect of the twin. */
  table(entity: string): Table {
    const table = this.#tables.get(entity);
    if (!table) throw new Error(`${this.#setting.system} has no entity ${entity}`);
    return table;
  }

  has(entity: string): boolean {
    return this.#tables.has(entity);
  }

  /** Creates a record of what was sent; `given` is what the system knows of it by itself. */
  create(write: {
    readonly entity: string;
    readonly sent: Iterable<readonly [string, unknown]>;
    readonly given?: Properties;
    readonly by: By;
    /** Where the system knows it already. */
    readonly id?: number;
  }): Written {
    const table = this.table(write.entity);
    const checked = checkValues(table.entity, write.sent);
    const sent = merged({}, checked.fields);
    const kept = this.#kept(table.entity, { ...sent, ...write.given });
    const stored = this.#settled(table.entity, withDefaults(table.entity, kept), undefined);
    const problems = this.#problems({ table, checked, fields: stored, before: undefined });
    return problems.length > 0
      ? { ok: false, problems }
      : table.insert({
          sent,
          stored,
          by: write.by,
          ...(write.id === undefined ? {} : { id: write.id }),
        });
  }

  /** Lays what was sent over a record; an empty value empties the property. */
  update(update: Update & { readonly by: By; readonly silent?: boolean }): Written {
    const { entity, row, by, silent = false } = update;
    const { problems, ...write } = this.#planned(update);
    if (problems.length > 0) return { ok: false, problems };
    const written = this.table(entity).update(row, { ...write, by, silent });
    const changed = written.ok && written.row !== row;
    if (changed) this.#rules.get(entity)?.changed?.(row, written.row);
    return written;
  }

  /** What would stand in the way of an update, unique values aside. */
  objections(update: Update): readonly Problem[] {
    return this.#planned(update).problems;
  }

  /** Deletes a record, or says why it stays. */
  remove(entity: string, row: Row, by: By): string | undefined {
    const held = this.#rules.get(entity)?.held?.(row);
    if (held === undefined) this.table(entity).remove(row, by);
    return held;
  }

  #newTable(entity: Entity, at: number): Table {
    const { system, ledger, clock, faults, firstId } = this.#setting;
    return new Table({
      ...{ system, entity, ledger },
      now: () => clock.now(),
      stamp: () => this.#stamp(),
      fate: (id) => faults.fate({ system, entity: entity.name, id: String(id) }),
      firstId: firstId(entity, at),
    });
  }

  #planned({ entity, row, sent }: Update): Planned {
    const table = this.table(entity);
    const checked = checkValues(table.entity, stillWritable(table.entity, sent));
    const kept = this.#kept(table.entity, checked.fields);
    const fields = withDefaults(table.entity, merged(row.fields, kept));
    const settled = this.#settled(table.entity, fields, row);
    const problems = this.#problems({ table, checked, fields: settled, before: row });
    return { problems, sent: checked.fields, stored: { ...emptied(kept), ...settled } };
  }

  #problems(write: {
    readonly table: Table;
    readonly checked: Checked;
    readonly fields: Properties;
    readonly before: Row | undefined;
  }): readonly Problem[] {
    const { table, checked, fields, before } = write;
    const { entity } = table;
    const spoken = new Set(checked.problems.map(({ path }) => path));
    const { system, faults } = this.#setting;
    const taken = (property: string, value: Value): boolean =>
      table.where(property, value).some(({ id }) => id !== before?.id);
    const others = [
      ...missing(entity, fields),
      ...(this.#rules.get(entity.name)?.problems?.(fields, before) ?? []),
      ...faults.problems({ system, entity: entity.name, sent: checked.fields, taken }),
    ];
    return [...checked.problems, ...others.filter(({ path }) => !spoken.has(path))];
  }

  #settled(entity: Entity, fields: Properties, before: Row | undefined): Properties {
    return this.#rules.get(entity.name)?.settled?.(fields, before) ?? fields;
  }

  #kept(entity: Entity, fields: Properties): Properties {
    const { system, faults } = this.#setting;
    const kept = Object.entries(fields).map(([property, value]): [string, Value] => [
      property,
      faults.stored({ system, entity: entity.name, property, value }),
    ]);
    return Object.fromEntries(kept);
  }

  #stamp(): number {
    const { system, clock, faults, resolution } = this.#setting;
    return faults.stamped({ system, at: Math.floor(clock.now() / resolution) * resolution });
  }
}

function withDefaults(entity: Entity, fields: Properties): Properties {
  const filled: Record<string, Value> = { ...fields };
  for (const { name, fact } of entity.filled) {
    if (isEmpty(filled[name])) filled[name] = fact.otherwise ?? null;
  }
  return filled;
}

/** What is written only when a record is created is ignored afterwards. */
function stillWritable(entity: Entity, sent: Update['sent']): Update['sent'] {
  return [...sent].filter(([name]) => !entity.properties.get(name)?.fact.createOnly);
}

function emptied(fields: Properties): Properties {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isEmpty(value)));
}
