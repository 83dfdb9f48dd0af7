import { crc32 } from 'node:zlib';
import type { ZodType } from 'zod';
import { SyncproofError } from '../../errors.ts';
import type { SealedColumns } from './tables.ts';

/** What names a row in its table, in the order in which it was sealed. */
type Keys = readonly string[];

/** An id as it is stored: any JavaScript text, also one that a database's text cannot hold. */
export function keyText(id: string): string {
  return JSON.stringify(id).slice(1, -1);
}

/** Content and checksum as they are stored. `undefined` is kept as "not known". */
export function seal(keys: Keys, content: unknown): SealedColumns {
  const body = JSON.stringify(content, (_, value: unknown) => (value === undefined ? null : value));
  return { body, sum: checksum(keys, body) };
}

/** What `seal` was given; refused with `store` where keys or content are no longer what they were. */
export function unseal<T>(
  row: SealedColumns,
  { keys, shape }: { readonly keys: Keys; readonly shape: ZodType<T> },
): T {
  if (checksum(keys, row.body) !== row.sum) throw damaged(keys);
  const content = shape.safeParse(JSON.parse(row.body));
  if (!content.success) throw damaged(keys);
  return content.data;
}

/** Signed, as both databases have no unsigned integers of 32 bits. */
function checksum(keys: Keys, body: string): number {
  return crc32([...keys, body].join('\n')) | 0;
}

function damaged(keys: Keys): SyncproofError {
  return new SyncproofError(
    'store',
    `the store is damaged: what it holds on ${keys.join(' / ')} is not what was written; restore it from a backup`,
  );
}
