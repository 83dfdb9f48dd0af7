import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SyncproofError } from '../../src/errors.ts';
import { openSqliteStore } from '../../src/sync/store/sqlite.ts';
import { collected } from './collected.ts';
import { linkChanges, sampleIntent, samplePending, sampleWatermark, section } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'syncproof-damage-'));
const whole = join(folder, 'whole.db');
const damaged = join(folder, 'damaged.db');
const pageBytes = 4096;
const linked = Array.from({ length: 100 }, (_, n) => n);

let right: unknown;

beforeAll(async () => {
  const store = await openSqliteStore(whole, { create: true });
  await store.commit([
    ...linkChanges(linked),
    { kind: 'intent', intent: sampleIntent(1) },
    { kind: 'pending', pending: samplePending(2) },
    { kind: 'watermark', watermark: sampleWatermark },
  ]);
  await store.close();
  right = await everything(whole);
});

afterAll(() => rmSync(folder, { recursive: true }));

test('A store cut off anywhere is refused, also where a first run is said', async () => {
  const { length } = readFileSync(whole);
  for (let bytes = 0; bytes < length; bytes += bytes < 1024 ? 64 : 2048) {
    copyFileSync(whole, damaged);
    truncateSync(damaged, bytes);
    await expect(everything(damaged), `cut off at ${bytes}`).rejects.toMatchObject(refusal);
  }
});

test('A store with an empty page is refused', async () => {
  const content = readFileSync(whole);
  for (let from = 0; from < content.length; from += pageBytes) {
    writeFileSync(damaged, Buffer.from(content).fill(0, from, from + pageBytes));
    await expect(everything(damaged), `zeroes from ${from}`).rejects.toMatchObject(refusal);
  }
});

test('Whatever bytes are wrong, the store is refused or answers right', async () => {
  const content = readFileSync(whole);
  const wrongBytes = fc.record({
    from: fc.nat({ max: content.length - 1 }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 300 }),
  });
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(wrongBytes, async ({ from, bytes }) => {
      const wrong = Buffer.from(content);
      wrong.set(bytes.subarray(0, content.length - from), from);
      writeFileSync(damaged, wrong);
      const answer = await everything(damaged).catch((cause: unknown) => cause);
      if (answer instanceof SyncproofError && answer.code === 'store') refused += 1;
      else expect(answer).toStrictEqual(right);
    }),
    { numRuns: 300 },
  );
  expect(refused).toBeGreaterThan(100);
});

test('A store too large to be examined at its opening is refused where it is damaged', async () => {
  const large = join(folder, 'large.db');
  const store = await openSqliteStore(large, { create: true });
  await store.commit(linkChanges(Array.from({ length: 12_000 }, (_, n) => n)));
  await store.close();
  const content = readFileSync(large);
  expect(content.length).toBeGreaterThan(4_500_000);
  for (let page = 2; page * pageBytes < content.length; page += 97) {
    const from = page * pageBytes;
    writeFileSync(large, Buffer.from(content).fill(0, from, from + pageBytes));
    const answer = await everything(large).catch((cause: unknown) => cause);
    // An index's page that no question touches is not read.
    if (Array.isArray(answer)) expect(answer[0]).toHaveLength(12_000);
    else expect(answer).toMatchObject(refusal);
  }
});

test('What is no store is refused and left as it is', async () => {
  const text = 'SQLite format 3? No: notes on a meeting, and rather long ones at that.\n';
  writeFileSync(damaged, text);
  await expect(everything(damaged)).rejects.toMatchObject(refusal);
  expect(readFileSync(damaged, 'utf8')).toBe(text);
  rmSync(damaged);
  const foreign = new DatabaseSync(damaged);
  foreign.exec('create table link (id integer)');
  foreign.close();
  const before = readFileSync(damaged);
  await expect(everything(damaged)).rejects.toMatchObject(refusal);
  expect(readFileSync(damaged)).toEqual(before);
  await expect(everything(folder)).rejects.toMatchObject(refusal);
});

const refusal = { name: 'SyncproofError', code: 'store' };

/** Every answer about what was stored. */
async function everything(path: string): Promise<readonly unknown[]> {
  const store = await openSqliteStore(path, { create: true });
  try {
    return [
      await collected(store.links(section)),
      await collected(store.unseen({ section, side: 'source', entity: 'Contact' })),
      ...(await Promise.all(
        linked.map((n) => store.link({ section, side: 'source', id: `s${n}` })),
      )),
      ...(await Promise.all(
        linked.map((n) => store.link({ section, side: 'target', id: `t${n}` })),
      )),
      await store.intent({ section, sourceId: 's1' }),
      await store.pending({ section, sourceId: 's2' }),
      await store.allPending(section),
      await store.watermark(sampleWatermark),
    ];
  } finally {
    await store.close();
  }
}
