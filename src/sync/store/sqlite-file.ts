import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { SyncproofError } from '../../errors.ts';

/** How every SQLite database begins (sqlite.org/fileformat.html 1.3). */
const beginning = 'SQLite format 3\0';

/** Refuses what cannot be a database before SQLite, which takes an empty file for a new one, sees it. */
export function checkFile(path: string): void {
  if (!existsSync(path)) {
    throw new SyncproofError(
      'store',
      `there is no store at ${path}; name the right file, or say that this is the first run`,
    );
  }
  const found = Buffer.alloc(beginning.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, found);
  } finally {
    closeSync(file);
  }
  if (found.toString('latin1') === beginning) return;
  throw new SyncproofError(
    'store',
    `${path} is not a store, or a damaged one: it does not begin as one; restore it from a backup`,
  );
}

/**
 * Puts a file in its place once it is whole and on the disk, so that nobody ever finds a half one:
 * whoever is killed before leaves only a folder beside it. A file that is there by then stays.
 */
export async function placeFile(
  path: string,
  fill: (path: string) => Promise<void>,
): Promise<void> {
  const workshop = mkdtempSync(`${path}-`);
  try {
    const made = join(workshop, 'new');
    await fill(made);
    linkUnlessThere(made, path);
    const folder = openSync(dirname(path), 'r');
    fsyncSync(folder);
    closeSync(folder);
  } finally {
    rmSync(workshop, { recursive: true });
  }
}

function linkUnlessThere(made: string, path: string): void {
  try {
    linkSync(made, path);
  } catch (cause) {
    if (!existsSync(path)) throw cause;
  }
}
