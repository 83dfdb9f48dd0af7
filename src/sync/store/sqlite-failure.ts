import { setImmediate } from 'node:timers/promises';
import { SyncproofError } from '../../errors.ts';
import { repointingReason } from './repointing.ts';

/** What SQLite's primary result codes mean to whoever runs an engine (sqlite.org/rescode.html). */
const meanings: Readonly<Record<number, string>> = {
  5: 'it is locked by another process; let only one engine work on it',
  8: 'it is read-only; allow writing to it and to its folder',
  11: 'it is damaged; restore it from a backup',
  13: 'the disk is full; make room',
  14: 'it cannot be opened; check its path and its rights',
  19: repointingReason,
  26: 'it is not a SQLite database, or its beginning is damaged; restore it from a backup',
};

const busy = 5;

/** How long one statement waits for another connection, in milliseconds; it stops this process meanwhile. */
export const patienceMs = 50;

/** How often that is: five seconds of waiting, and a connection of this very process gets its turn between. */
const attempts = 100;

/** Does what is asked of SQLite; whatever fails is refused with `store`, in words. */
export async function attempt<T>(work: () => Promise<T>): Promise<T> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof SyncproofError) throw cause;
      const code = resultCode(cause);
      if (code !== busy || left === 1) throw refusal(cause, meanings[code]);
    }
    await setImmediate();
  }
}

function refusal(cause: unknown, meaning: string | undefined): SyncproofError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  const reason = meaning === undefined ? detail : `${meaning} (${detail})`;
  return new SyncproofError('store', `the store cannot be used: ${reason}`, { cause });
}

/** The primary result code; extended ones carry more above its eight bits. */
function resultCode(cause: unknown): number {
  const known = cause instanceof Error && 'errcode' in cause;
  return known && typeof cause.errcode === 'number' ? cause.errcode & 0xff : 0;
}
