import type { z } from 'zod';
import { nestedSchema } from '../../contract/nested-schema.ts';
import type { Problem } from '../../contract/validate.ts';
import { leaves, type Nested, place } from '../../http/paths.ts';
import type { Row } from '../../records/row.ts';
import type { Store } from '../../records/store.ts';
import type { Field } from './field.ts';

/** One entity as v2 shows and writes it. */
export class Kind {
  readonly entity: string;
  readonly fields: readonly Field[];
  readonly #byName: ReadonlyMap<string, Field>;
  readonly #schema: z.ZodType;
  readonly #store: Store;

  constructor(setting: {
    readonly entity: string;
    readonly fields: readonly Field[];
    readonly store: Store;
  }) {
    this.entity = setting.entity;
    this.fields = setting.fields;
    this.#store = setting.store;
    this.#byName = new Map(setting.fields.map((field) => [field.name.toLowerCase(), field]));
    this.#schema = schemaOf(setting.fields);
  }

  /** A field by its name in any casing, nested by `.`. */
  field(name: string): Field | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /** The record as it is shown, or only some of its fields; one outside the contract is a defect, and throws. */
  shown(row: Row, only?: ReadonlySet<Field>): Nested {
    const record: Nested = {};
    for (const field of this.fields) {
      const value = field.read(row, this.#store);
      if (value !== undefined) place(record, field.name.split('.'), value);
    }
    this.#schema.parse(record);
    if (!only) return record;
    const chosen: Nested = {};
    for (const field of only) {
      const value = field.read(row, this.#store);
      if (value !== undefined) place(chosen, field.name.split('.'), value);
    }
    return chosen;
  }

  /** What a body writes, in the office's own words; unknown and read-only names are ignored. */
  sent(body: Nested): Sent {
    const sent: (readonly [string, unknown])[] = [];
    const problems: Problem[] = [];
    for (const [path, value] of this.#spread(body)) {
      const write = this.field(path)?.write?.(value, this.#store);
      if (!write) continue;
      if ('problem' in write) problems.push(write.problem);
      else sent.push([write.property, write.value]);
    }
    return { sent, problems };
  }

  /** `null` for an object empties all that is in it. */
  #spread(body: Nested): readonly (readonly [string, unknown])[] {
    return leaves(body).flatMap(([path, value]): readonly (readonly [string, unknown])[] => {
      const inside = value === null ? this.#inside(path) : [];
      return inside.length === 0 ? [[path, value]] : inside.map(({ name }) => [name, null]);
    });
  }

  #inside(path: string): readonly Field[] {
    const start = `${path.toLowerCase()}.`;
    return this.fields.filter(({ name }) => name.toLowerCase().startsWith(start));
  }
}

/** What is written, and what does not fit. */
export interface Sent {
  readonly sent: readonly (readonly [string, unknown])[];
  readonly problems: readonly Problem[];
}

function schemaOf(fields: readonly Field[]): z.ZodType {
  return nestedSchema(
    fields.map(({ name, schema, always }) => ({ keys: name.split('.'), schema, always })),
  );
}
