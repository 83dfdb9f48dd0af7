import { SyncproofError } from '../../errors.ts';
import type { Link } from './link.ts';

/** What a store says where a link would re-point a record (`sync-semantics.md` 3). */
export const repointingReason =
  'one of the two records is linked to another one in that section, and links are never re-pointed';

/** The refusal of a link whose record has another counterpart in that section already. */
export function repointing({ section, source, target }: Link): SyncproofError {
  return new SyncproofError(
    'store',
    `${source.id} and ${target.id} cannot be linked in ${section}: ${repointingReason}`,
  );
}
