import { SyncproofError } from '../../errors.ts';

/** The first of what a check is played on. Refuses (`check`) where there is none: it should not have been listed. */
export function first<T>([one]: readonly T[]): T {
  if (one !== undefined) return one;
  throw new SyncproofError(
    'check',
    'A check was played where it has nothing to look at. Mend what it applies to.',
  );
}
