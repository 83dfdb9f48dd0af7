import type { RemoteRecord } from '../../sync/record.ts';
import { collect } from '../collect.ts';
import type { ApiClient } from '../http/client.ts';
import { anyOf, equalTo } from './filter.ts';
import { project } from './kinds.ts';
import { pages } from './pages.ts';

/** Adds to records as they are listed the parents below which they are written. */
export type AddParents = (records: readonly RemoteRecord[]) => Promise<readonly RemoteRecord[]>;

/** For records that have no parent. */
export const noParents: AddParents = async (records) => records;

/** A contact person says itself whose it is (apis.md 2.4). */
export const partyParents: AddParents = async (records) =>
  records.map((record) => withParent(record, textOf(record, 'partyId')));

/** How many codes one lookup asks for, so that its URL stays well below 8 kB. */
const codesPerLookup = 20;

/**
 * A project activity names its project by code, but is written below the project's id (apis.md
 * 2.2). An activity never changes its project, so each is looked up once; one whose project is
 * not found stays without a parent, and is looked up again the next time.
 */
export function projectParents(api: ApiClient): AddParents {
  const known = new Map<string, string>();
  return async (records) => {
    const strangers = records.filter(({ id }) => !known.has(id));
    const projects = await projectsByCode(api, strangers);
    for (const stranger of strangers) {
      const parent = projects.get(textOf(stranger, 'projectCode'));
      if (parent !== undefined) known.set(stranger.id, parent);
    }
    return records.map((record) => withParent(record, known.get(record.id)));
  };
}

async function projectsByCode(api: ApiClient, records: readonly RemoteRecord[]) {
  const codes = [...new Set(records.map((record) => textOf(record, 'projectCode')))];
  const asked = codes.filter((code) => code !== undefined);
  const found = new Map<string | undefined, string>();
  for (let start = 0; start < asked.length; start += codesPerLookup) {
    const some = asked.slice(start, start + codesPerLookup);
    const conditions = some.map((code) => `${equalTo({ property: 'code', value: code })}`);
    const projects = await collect(pages({ api, kind: project }, [anyOf(conditions)]));
    for (const each of projects) found.set(textOf(each, 'code'), each.id);
  }
  return found;
}

function withParent(record: RemoteRecord, parent: string | undefined): RemoteRecord {
  return parent === undefined ? record : { ...record, parent };
}

function textOf({ properties }: RemoteRecord, property: string): string | undefined {
  const value = properties[property];
  return value === undefined || value === null ? undefined : `${value}`;
}
