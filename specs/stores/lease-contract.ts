import { expect } from 'vitest';
import { collected } from './collected.ts';
import { linkChanges, section } from './samples.ts';
import type { Contract, StorePlace } from './store-kind.ts';

const ttlMs = 1000;

/** What keeps two engines on one store from working against each other. */
export const leaseContract: Contract<StorePlace> = {
  'A store is held by one engine until it gives it back': async (place) => {
    const store = await place.open({ create: true });
    const lease = await store.acquireLease({ owner: 'first', ttlMs, now: 0 });
    expect(lease).toMatchObject({ owner: 'first', expiresAt: 1000 });
    const asked = store.acquireLease({ owner: 'second', ttlMs, now: 999 });
    await expect(asked).rejects.toMatchObject({
      code: 'lease',
      message: expect.stringContaining('first holds the store until 1970-01-01T00:00:01.000Z'),
    });
    await store.releaseLease(lease);
    const next = await store.acquireLease({ owner: 'second', ttlMs, now: 999 });
    expect(next.token).toBeGreaterThan(lease.token);
    await store.close();
  },

  'A renewed lease holds until its new end': async (place) => {
    const store = await place.open({ create: true });
    const lease = await store.acquireLease({ owner: 'first', ttlMs, now: 0 });
    const renewed = await store.renewLease(lease, { ttlMs, now: 900 });
    expect(renewed).toEqual({ ...lease, expiresAt: 1900 });
    const asked = store.acquireLease({ owner: 'second', ttlMs, now: 1899 });
    await expect(asked).rejects.toMatchObject({ code: 'lease' });
    await store.commit(linkChanges([1]), renewed);
    await store.close();
  },

  'A dead engine is succeeded when its lease has expired, and writes nothing any more': async (
    place,
  ) => {
    const [dead, alive] = [await place.open({ create: true }), await place.open()];
    const lost = await dead.acquireLease({ owner: 'dead', ttlMs, now: 0 });
    await dead.commit(linkChanges([1]), lost);
    const held = await alive.acquireLease({ owner: 'alive', ttlMs, now: 1000 });
    const refusal = { code: 'lease', message: expect.stringContaining('alive holds the store') };
    await expect(dead.commit(linkChanges([2]), lost)).rejects.toMatchObject(refusal);
    await expect(dead.renewLease(lost, { ttlMs, now: 1001 })).rejects.toMatchObject(refusal);
    await dead.releaseLease(lost);
    await alive.commit(linkChanges([3]), held);
    const links = await collected(alive.links(section));
    expect(links.map(({ source }) => source.id)).toEqual(['s1', 's3']);
    await dead.close();
    await alive.close();
  },

  'An expired lease that nobody took over still works': async (place) => {
    const store = await place.open({ create: true });
    const lease = await store.acquireLease({ owner: 'slow', ttlMs, now: 0 });
    await store.commit(linkChanges([1]), await store.renewLease(lease, { ttlMs, now: 5000 }));
    expect(await store.link({ section, side: 'source', id: 's1' })).toBeDefined();
    await store.close();
  },

  'Nobody writes without a lease where somebody holds one, nor with one that was given back':
    async (place) => {
      const store = await place.open({ create: true });
      const lease = await store.acquireLease({ owner: 'first', ttlMs, now: 0 });
      await expect(store.commit(linkChanges([1]))).rejects.toMatchObject({ code: 'lease' });
      await store.releaseLease(lease);
      await expect(store.commit(linkChanges([1]), lease)).rejects.toMatchObject({ code: 'lease' });
      await expect(store.renewLease(lease, { ttlMs, now: 0 })).rejects.toMatchObject({
        code: 'lease',
      });
      await store.commit(linkChanges([2]));
      expect(await collected(store.links(section))).toHaveLength(1);
      await store.close();
    },

  'Of engines that ask at the same moment one is given the store': async (place) => {
    const stores = [await place.open({ create: true })];
    while (stores.length < 4) stores.push(await place.open());
    const asked = stores.map((store, n) => store.acquireLease({ owner: `${n}`, ttlMs, now: 0 }));
    const answers = await Promise.allSettled(asked);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'lease' });
    }
    for (const store of stores) await store.close();
  },

  'Commits at the same moment all arrive': async (place) => {
    const stores = [await place.open({ create: true }), await place.open()];
    const commits = stores.flatMap((store, half) =>
      Array.from({ length: 25 }, (_, n) => store.commit(linkChanges([half * 100 + n]))),
    );
    await Promise.all(commits);
    const [store] = stores;
    if (store !== undefined) expect(await collected(store.links(section))).toHaveLength(50);
    for (const open of stores) await open.close();
  },
};
