import { expect, test } from 'vitest';
import { virtualClock } from '../../clock.ts';
import { defaultSettings } from '../../settings.ts';
import { memoryStore } from '../store/memory.ts';
import { isTooNew } from './too-new.ts';

const now = Date.UTC(2026, 0, 5, 8);
const settings = { ...defaultSettings, overlapMs: 5000 };
const section = 'persons-to-contacts';

/** Asks of a record with this stamp, which was first left open so long ago, if it was. */
async function asked(modifiedAt: number | undefined, openForMs?: number): Promise<boolean> {
  const store = memoryStore();
  if (openForMs !== undefined) {
    const open = { section, source: { id: '1' }, kind: 'waiting', reason: '', tried: '' } as const;
    const pending = { ...open, attempts: 1, since: now - openForMs };
    await store.commit([{ kind: 'pending', pending }]);
  }
  const cycle = { clock: virtualClock(now), settings, store };
  return isTooNew(cycle, { key: section }, { id: '1', modifiedAt, properties: {} });
}

test.each([
  { stamp: 'as old as the lag', modifiedAt: now - 5000, open: undefined, tooNew: false },
  { stamp: 'younger than the lag', modifiedAt: now - 4999, open: undefined, tooNew: true },
  { stamp: 'that is missing', modifiedAt: undefined, open: undefined, tooNew: true },
  { stamp: 'in the future', modifiedAt: now + 60_000, open: 4999, tooNew: true },
  { stamp: 'in the future', modifiedAt: now + 60_000, open: 5000, tooNew: false },
  { stamp: 'that is missing', modifiedAt: undefined, open: 5000, tooNew: false },
])('A record with a stamp $stamp, open for $open ms, is too new: $tooNew', async (each) => {
  expect(await asked(each.modifiedAt, each.open)).toBe(each.tooNew);
});
