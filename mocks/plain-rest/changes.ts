import type { Clock } from '../clock.ts';
import { json } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { ChangeEntry, Ledger } from '../ledger.ts';
import type { Row } from '../records/row.ts';
import { archiveMark } from './archive.ts';
import type { Collection } from './collection.ts';
import { problem } from './problem.ts';

/** One change as a system tells of it: the record as it was right after, or none where it is gone. */
interface Notice {
  readonly seq: number;
  readonly id: string;
  readonly at: number;
  readonly row: Row | undefined;
}

/** All changes of a system's records, by entity, in their order. */
export class Notices {
  readonly #byEntity = new Map<string, Notice[]>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The ledger, with an ear at it: `rowOf` gives a changed record as it is at that moment. */
  listening(ledger: Ledger, rowOf: (change: Change) => Row | undefined): Ledger {
    return {
      ...ledger,
      change: (change) => {
        ledger.change(change);
        const known = this.#byEntity.get(change.entity) ?? [];
        const row = change.action === 'delete' ? undefined : rowOf(change);
        known.push({ seq: known.length + 1, id: change.id, at: this.#clock.now(), row });
        this.#byEntity.set(change.entity, known);
      },
    };
  }

  of(entity: string): readonly Notice[] {
    return this.#byEntity.get(entity) ?? [];
  }

  /** Those that are gone, as they were last, marked and dated at their end. */
  archived(entity: string): readonly Row[] {
    const byId = Map.groupBy(this.of(entity), ({ id }) => id);
    return [...byId.values()].flatMap((notices) => {
      const last = notices.at(-1);
      const was = notices.findLast(({ row }) => row !== undefined)?.row;
      if (last === undefined || last.row !== undefined || was === undefined) return [];
      const fields = { ...was.fields, [archiveMark]: true };
      return [{ ...was, version: was.version + 1, modifiedAt: last.at, fields }];
    });
  }
}

type Change = Pick<ChangeEntry, 'entity' | 'id'>;

/** `GET /{collection}/changes`: what has changed since a number that an earlier answer gave. */
export function changesRoute({ path, table, view }: Collection, notices: Notices): Route {
  const entity = table.entity.name;
  return {
    method: 'GET',
    path: `${path}/changes`,
    entity,
    kind: 'notices',
    handle: ({ url }) => {
      const all = notices.of(entity);
      const after = url.searchParams.get('after') ?? String(all.length);
      if (!/^\d{1,15}$/.test(after)) return problem(400, 'after is not one of ours.');
      const items = all.slice(Number(after)).map(({ seq, id, row }) => {
        const head = { seq, id, kind: row ? 'changed' : 'deleted' };
        return row ? { ...head, record: JSON.parse(view.json(row)) } : head;
      });
      return json(200, JSON.stringify({ items, next: all.length }));
    },
  };
}
