import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '../../src/sync/store/sqlite.ts';
import type { DurablePlace, StoreKind } from './store-kind.ts';

/** Stores in files of a temporary folder. */
export function sqliteKind(): StoreKind<DurablePlace> {
  let folder = '';
  let places = 0;
  return {
    histories: 40,
    start: async () => {
      folder = mkdtempSync(join(tmpdir(), 'syncproof-stores-'));
    },
    place: () => {
      places += 1;
      const path = join(folder, `${places}.db`);
      return {
        open: (options) => openSqliteStore(path, options),
        setVersion: async (version) => {
          const database = new DatabaseSync(path);
          database.exec(`update format set version = ${version}`);
          database.close();
        },
      };
    },
    stop: async () => rmSync(folder, { recursive: true }),
  };
}
