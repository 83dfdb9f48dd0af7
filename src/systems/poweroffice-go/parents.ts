import type { RemoteRecord } from '../../sync/record.ts';
import { collect } from '../collect.ts';
import type { ApiClient } from '../http/client.ts';
import { anyOf, equalTo } from './filter.ts';
import { project } from './kinds.ts';
import { pages } from './pages.ts';

/** Begins a listing, to whose pages the parents are added below which records are written. */
export type Parents = () => AddParents;

type AddParents = (page: readonly RemoteRecord[]) => Promise<readonly RemoteRecord[]>;

/** For records that have no parent. */
export const noParents: Parents = () => async (records) => records;

/** A contact person says itself whose it is (apis.md 2.4). */
export const partyParents: Parents = () => async (records) =>
  records.map((record) => withParent(record, textOf(record, 'partyId')));

/** How many codes one lookup asks for, so that its URL stays well below 8 kB. */
const codesPerLookup = 20;

/**
 * A project activity names its project by code, but is written below the project's id (apis.md
 * 2.2). An activity never changes its project, so that of each is looked up once, and that of a
 * code once in a listing; one whose project is not found stays without a parent, and is looked up
 * again the next time.
 */
export function projectParents(api: ApiClient): Parents {
  const known = new Map<string, string>();
  return () => {
    const projects = new Map<string, string | undefined>();
    return async (records) => {
      const strangers = records.filter(({ id }) => !known.has(id));
      const codes = new Set(strangers.map(projectCode).filter((code) => code !== undefined));
      const unasked = [...codes].filter((code) => !projects.has(code));
      const found = await projectsByCode(api, unasked);
      for (const code of unasked) projects.set(code, found.get(code));
      for (const stranger of strangers) {
        const parent = projects.get(projectCode(stranger) ?? '');
        if (parent !== undefined) known.set(stranger.id, parent);
      }
      return records.map((record) => withParent(record, known.get(record.id)));
    };
  };
}

function projectCode(record: RemoteRecord): string | undefined {
  return textOf(record, 'projectCode');
}

async function projectsByCode(api: ApiClient, asked: readonly string[]) {
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
