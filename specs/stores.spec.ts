import { afterAll, beforeAll, describe, test } from 'vitest';
import { durableContract } from './stores/durable-contract.ts';
import { answersAsTheModel } from './stores/history-contract.ts';
import { leaseContract } from './stores/lease-contract.ts';
import { memoryContract } from './stores/memory-contract.ts';
import { memoryKind } from './stores/memory-kind.ts';
import { orderContract } from './stores/order-contract.ts';
import { containersMissing, postgresKind } from './stores/postgres-kind.ts';
import { sqliteKind } from './stores/sqlite-kind.ts';
import type { Contract, StoreKind, StorePlace } from './stores/store-kind.ts';

/** A container starts within this, its image's download included. */
const startMs = 180_000;

// In CI the container's own failure is a failed suite: there, nothing is skipped.
const missing = process.env['CI'] === 'true' ? undefined : await containersMissing();
if (missing !== undefined) {
  process.stderr.write(`The store contract skips PostgreSQL: ${missing}\n`);
}

function keepsAll(kind: StoreKind): void {
  beforeAll(() => kind.start(), startMs);
  afterAll(() => kind.stop());
  keeps(kind.place, { ...memoryContract, ...orderContract, ...leaseContract });
  test('After any history of commits and reopenings it answers as a plain model does', () =>
    answersAsTheModel(kind));
}

function keeps<Place extends StorePlace>(place: () => Place, contract: Contract<Place>): void {
  test.for(Object.entries(contract))('%s', ([, holds]) => holds(place()));
}

describe('The store in memory', () => {
  keepsAll(memoryKind);
});

describe('The store in SQLite', () => {
  const kind = sqliteKind();
  keepsAll(kind);
  keeps(kind.place, durableContract);
});

describe.skipIf(missing !== undefined)('The store in PostgreSQL', () => {
  const kind = postgresKind();
  keepsAll(kind);
  keeps(kind.place, durableContract);

  describe('that is serializable by default', () => {
    keeps(kind.serializablePlace, leaseContract);
  });
});
