import { z } from 'zod';
import type { RemoteRecord } from '../../sync/record.ts';
import { flatten } from '../flatten.ts';
import type { GoKind } from './kinds.ts';
import { parseStamp } from './stamp.ts';

/** A number; digits as text where the number is too large to be one, and in the prose of the vendor's examples. */
const id = z.union([z.int().nonnegative(), z.string().regex(/^\d{1,19}$/)]);

const stamp = z.string().refine((text) => parseStamp(text) !== undefined, 'Not a stamp');

const stampedRow = z.looseObject({ id, lastChanged: stamp }).transform(
  (row): RemoteRecord => ({
    id: `${row.id}`,
    modifiedAt: parseStamp(row.lastChanged),
    properties: flatten(row),
  }),
);

const unstampedRow = z.looseObject({ id }).transform(
  (row): RemoteRecord => ({
    id: `${row.id}`,
    modifiedAt: undefined,
    properties: flatten(row),
  }),
);

function envelopesOf<Row extends z.ZodType<RemoteRecord>>(row: Row) {
  return {
    one: z.looseObject({ data: row }),
    page: z.looseObject({ data: z.array(row), count: z.int().nonnegative() }),
  };
}

const stampedEnvelopes = envelopesOf(stampedRow);
const unstampedEnvelopes = envelopesOf(unstampedRow);

/**
 * The envelopes around one record of a kind and around a page, whose `count` is the number of
 * rows that the filter lets through. A record's parent is not in them.
 */
export function envelopes({ stamped }: GoKind) {
  return stamped ? stampedEnvelopes : unstampedEnvelopes;
}
