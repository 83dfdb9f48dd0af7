import type { Entity, Property } from '../contract/contract.ts';

/** What a list is asked for. */
export interface Page {
  readonly limit: number;
  /** The id that the page begins after; 0 for the first page. */
  readonly after: number;
  /** Milliseconds since the epoch, inclusive. */
  readonly modifiedSince: number | undefined;
  readonly equal: readonly { readonly property: Property; readonly text: string }[];
}

/** Reads the query of a list, or says what it refuses. */
export function readQuery(
  query: URLSearchParams,
  entity: Entity,
): Page | { readonly refused: string } {
  const limit = limitOf(query.get('limit'));
  const after = afterOf(query.get('cursor'));
  const since = query.get('modifiedSince');
  const modifiedSince = since === null ? undefined : instantOf(since);
  if (limit === undefined) return { refused: 'limit must be a number from 1 to 500.' };
  if (after === undefined) return { refused: 'cursor is not one of ours.' };
  if (Number.isNaN(modifiedSince))
    return { refused: 'modifiedSince must be ISO 8601 with a zone.' };
  const asked = [...query].filter(([name]) => !controls.has(name));
  const stranger = asked.find(([name]) => !entity.properties.has(name));
  if (stranger) return { refused: `${stranger[0]} is not a parameter of this list.` };
  const equal = asked.flatMap(([name, text]) => {
    const property = entity.properties.get(name);
    return property ? [{ property, text }] : [];
  });
  return { limit, after, modifiedSince, equal };
}

/** The parameters that are no property's. */
export const controls: ReadonlySet<string> = new Set(['limit', 'cursor', 'modifiedSince']);

function limitOf(text: string | null): number | undefined {
  if (text === null) return 100;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= 500 ? limit : undefined;
}

function afterOf(cursor: string | null): number | undefined {
  if (cursor === null) return 0;
  const id = /^after:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  return id === undefined ? undefined : Number(id);
}

const isoWithZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since the epoch of an ISO 8601 text with a zone; NaN for any other. */
export function instantOf(text: string): number {
  return isoWithZone.test(text) ? Date.parse(text) : Number.NaN;
}
