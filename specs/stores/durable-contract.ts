import { expect } from 'vitest';
import { linkChanges, sampleLink, section } from './samples.ts';
import type { Contract, DurablePlace } from './store-kind.ts';

/** What a store keeps that outlives its process. */
export const durableContract: Contract<DurablePlace> = {
  'A store opened again holds what was committed, and who holds it': async (place) => {
    const before = await place.open({ create: true });
    const lease = await before.acquireLease({ owner: 'first', ttlMs: 1000, now: 0 });
    await before.commit(linkChanges([1]), lease);
    await before.close();
    const after = await place.open();
    expect(await after.link({ section, side: 'target', id: 't1' })).toStrictEqual(sampleLink(1));
    await expect(after.commit(linkChanges([2]))).rejects.toMatchObject({ code: 'lease' });
    await after.commit(linkChanges([2]), lease);
    await after.close();
  },

  'A missing store is not taken for a first run': async (place) => {
    await expect(place.open()).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('first run'),
    });
    await (await place.open({ create: true })).close();
    await (await place.open()).close();
  },

  'A first run that is said twice, even at once, keeps what is there': async (place) => {
    const [one, other] = await Promise.all([
      place.open({ create: true }),
      place.open({ create: true }),
    ]);
    await one.commit(linkChanges([1]));
    expect(await other.link({ section, side: 'source', id: 's1' })).toStrictEqual(sampleLink(1));
    const third = await place.open({ create: true });
    expect(await third.link({ section, side: 'source', id: 's1' })).toStrictEqual(sampleLink(1));
    for (const store of [one, other, third]) await store.close();
  },

  "A newer syncproof's store is refused": async (place) => {
    await (await place.open({ create: true })).close();
    await place.setVersion(99);
    await expect(place.open({ create: true })).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('version 99'),
    });
  },

  'A store that is closed is refused, not reopened': async (place) => {
    const store = await place.open({ create: true });
    await store.close();
    await expect(store.commit(linkChanges([1]))).rejects.toMatchObject({ code: 'store' });
  },
};
