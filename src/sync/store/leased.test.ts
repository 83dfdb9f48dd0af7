import { expect, test } from 'vitest';
import { virtualClock } from '../../clock.ts';
import { SyncproofError } from '../../errors.ts';
import { holding } from './leased.ts';
import { memoryStore } from './memory.ts';

const done = [{ kind: 'intent-done', section: 's', sourceId: '1' }] as const;

function begun() {
  const store = memoryStore();
  const clock = virtualClock(0);
  const renewed: number[] = [];
  const watched: typeof store = {
    ...store,
    renewLease: (lease, term) => {
      renewed.push(term.now);
      return store.renewLease(lease, term);
    },
  };
  const leasing = { store: watched, clock, owner: 'A', ttlMs: 1000 };
  const taken = () => store.acquireLease({ owner: 'B', ttlMs: 1000, now: clock.now() });
  return { store, clock, renewed, leasing, taken };
}

test('The store is held while the work goes on, and given back with its result', async () => {
  const { leasing, store, taken } = begun();
  const result = await holding(leasing, async ({ store: held }) => {
    await held.commit(done);
    await expect(store.commit(done)).rejects.toMatchObject({ code: 'lease' });
    await expect(taken()).rejects.toMatchObject({ code: 'lease' });
    return 'done';
  });
  expect(result).toBe('done');
  await taken();
});

test('It is given back also where the work fails', async () => {
  const { leasing, taken } = begun();
  const failing = holding(leasing, () => Promise.reject(new Error('broken')));
  await expect(failing).rejects.toThrow('broken');
  await taken();
});

test('It is prolonged once half of its time is over, before a commit or when asked', async () => {
  const { leasing, clock, renewed } = begun();
  await holding(leasing, async ({ store, assure }) => {
    clock.advance(500);
    await store.commit(done);
    expect(renewed).toEqual([]);
    clock.advance(1);
    await store.commit(done);
    expect(renewed).toEqual([501]);
    await assure();
    clock.advance(500);
    await assure();
    expect(renewed).toEqual([501]);
    clock.advance(1);
    await assure();
    expect(renewed).toEqual([501, 1002]);
  });
});

test('Who slept while another engine took the store is refused, and may not write', async () => {
  const { leasing, clock, taken } = begun();
  const refused = await holding(leasing, async ({ assure }) => {
    clock.advance(1000);
    await taken();
    await assure();
    return 'written';
  });
  expect(refused).toBeInstanceOf(SyncproofError);
  expect(refused).toMatchObject({ code: 'lease', message: expect.stringContaining('B holds') });
});

test('A store that another engine holds gives its refusal, and no work is done', async () => {
  const { leasing, taken } = begun();
  await taken();
  const refused = await holding(leasing, () => Promise.reject(new Error('it worked')));
  expect(refused).toMatchObject({ code: 'lease' });
});

test('What else is wrong with a store is no refusal', async () => {
  const { leasing } = begun();
  const damaged = () => Promise.reject(new SyncproofError('store', 'damaged'));
  await expect(holding(leasing, damaged)).rejects.toMatchObject({ code: 'store' });
});
