import type { Field } from './field.ts';
import type { Kind } from './kind.ts';

/** What a list of v2 is asked for. */
export interface Query {
  readonly number: number;
  readonly size: number;
  readonly order: { readonly field: Field; readonly descending: boolean } | undefined;
  readonly fields: ReadonlySet<Field> | undefined;
  /** Milliseconds since the epoch, exclusive. */
  readonly changedAfter: number | undefined;
  readonly contactIds: ReadonlySet<number> | undefined;
}

/** Rows a page, and how many at most (`apis.md 3`). */
const pageSizes = { usual: 5000, most: 20_000 };

/** Reads the query of a list, or says what it refuses; OData options are refused (`apis.md S30`). */
export function readQuery(
  query: URLSearchParams,
  kind: Kind,
): Query | { readonly refused: string } {
  const odata = [...query.keys()].find((name) => name.startsWith('$'));
  if (odata !== undefined) return { refused: `${odata} is not a parameter of this list.` };
  const given = new Map([...query].map(([name, value]) => [plainName(name), value]));
  const number = wholeNumber(given.get('pagenumber') ?? '1');
  const size = wholeNumber(given.get('pagesize') ?? String(pageSizes.usual));
  if (number === undefined) return { refused: 'PageNumber must be a number from 1.' };
  if (size === undefined || size > pageSizes.most) {
    return { refused: `PageSize must be a number from 1 to ${pageSizes.most}.` };
  }
  const changed = given.get('lastchangeddatetimeoffsetgreaterthan');
  const changedAfter = changed === undefined ? undefined : Date.parse(changed);
  if (Number.isNaN(changedAfter)) return { refused: 'The time of change is not valid.' };
  const order = orderOf(given.get('orderby'), kind);
  if (order === null) return { refused: 'OrderBy names no field.' };
  const ids = given.get('contactids')?.split(',').map(Number);
  return {
    ...{ number, size, order, changedAfter },
    fields: fieldsOf(given.get('fields'), kind),
    contactIds: ids && new Set(ids),
  };
}

/** Generated clients wrap parameters: `resourceParameter[PageSize]`. */
function plainName(name: string): string {
  return (/^resourceParameter\[(\w+)\]$/i.exec(name)?.[1] ?? name).toLowerCase();
}

function wholeNumber(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

function orderOf(text: string | undefined, kind: Kind): Query['order'] | null {
  if (text === undefined || text === '') return undefined;
  const [name = '', direction] = text.trim().split(/\s+/);
  const field = kind.field(name);
  return field ? { field, descending: direction?.toLowerCase() === 'desc' } : null;
}

function fieldsOf(text: string | undefined, kind: Kind): ReadonlySet<Field> | undefined {
  if (text === undefined || text === '') return undefined;
  return new Set(text.split(',').flatMap((name) => kind.field(name.trim()) ?? []));
}
