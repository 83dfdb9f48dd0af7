import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStore } from './open-sync.ts';

const folder = mkdtempSync(join(tmpdir(), 'syncproof-open-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a first run makes the store, and a dry one leaves no file behind', async () => {
  const [real, dry] = [join(folder, 'real.db'), join(folder, 'dry.db')];
  await (await openStore({ store: real, firstRun: true })).close();
  await (await openStore({ store: dry, firstRun: true, dryRun: true })).close();
  expect([existsSync(real), existsSync(dry)]).toEqual([true, false]);
});

test('a store that is not there is never taken for a first run, dry or not', async () => {
  for (const dryRun of [true, false]) {
    const none = openStore({ store: join(folder, 'none.db'), firstRun: false, dryRun });
    await expect(none).rejects.toMatchObject({ code: 'usage' });
  }
});
