import { expect } from 'vitest';
import type { StoreChange } from '../../src/sync/store/store.ts';
import { collected } from './collected.ts';
import { linkChanges, sampleLink, samplePending, section } from './samples.ts';
import type { Contract, StorePlace } from './store-kind.ts';

/** In which order, and how far, every store lists what it remembers. */
export const orderContract: Contract<StorePlace> = {
  'What is still to arrive is listed oldest first, however often it was tried': async (place) => {
    const store = await place.open({ create: true });
    for (const n of [3, 1, 2]) await store.commit([{ kind: 'pending', pending: samplePending(n) }]);
    const again = samplePending(3, { attempts: 2 });
    await store.commit([
      { kind: 'pending-done', section, sourceId: 's1' },
      { kind: 'pending', pending: again },
      { kind: 'pending', pending: samplePending(1) },
      { kind: 'pending', pending: samplePending(9, { section: 'another' }) },
    ]);
    const listed = await store.allPending(section);
    expect(listed).toStrictEqual([again, samplePending(2), samplePending(1)]);
    await store.close();
  },

  'The links of a section are streamed in the order in which they came': async (place) => {
    const store = await place.open({ create: true });
    const numbers = Array.from({ length: 1203 }, (_, n) => (n * 7) % 1203);
    const other = sampleLink(1, { section: 'another' });
    await store.commit(linkChanges(numbers.slice(0, 500)));
    await store.commit([{ kind: 'link', link: other }]);
    await store.commit(linkChanges(numbers.slice(500)));
    const links = await collected(store.links(section));
    expect(links.map(({ source }) => source.id)).toEqual(numbers.map((n) => `s${n}`));
    expect(await collected(store.links('another'))).toStrictEqual([other]);
    await store.close();
  },

  'Links are changed and added while they are streamed; new ones wait for the next time': async (
    place,
  ) => {
    const store = await place.open({ create: true });
    const numbers = Array.from({ length: 1000 }, (_, n) => n);
    await store.commit(linkChanges(numbers));
    const streamed: string[] = [];
    for await (const link of store.links(section)) {
      if (streamed.length === 0) await store.commit(linkChanges([1000, 1001]));
      if (link.source.id === 's7') await store.commit([brokenLink(7), brokenLink(8)]);
      streamed.push(link.source.id);
    }
    expect(streamed).toEqual(numbers.map((n) => `s${n}`));
    const links = await collected(store.links(section));
    expect(links).toHaveLength(1002);
    expect(links.filter(({ broken }) => broken).map(({ source }) => source.id)).toEqual([
      's7',
      's8',
    ]);
    await store.close();
  },

  'The links that a whole listing has not named are streamed, until it is settled': async (
    place,
  ) => {
    const store = await place.open({ create: true });
    const listing = { side: 'target', entity: 'Customer' } as const;
    const unseen = async () => {
      const links = await collected(store.unseen({ section, ...listing }));
      return links.map(({ target }) => target.id);
    };
    await store.commit(linkChanges([1, 2, 3]));
    await store.commit([
      { kind: 'seen', ...listing, ids: ['t1', 'unlinked', 't1'] },
      { kind: 'seen', side: 'source', entity: 'Customer', ids: ['t2'] },
      { kind: 'seen', side: 'target', entity: 'Contactperson', ids: ['t2'] },
    ]);
    await store.commit([{ kind: 'seen', ...listing, ids: ['t1', 't3'] }]);
    expect(await unseen()).toEqual(['t2']);
    await store.commit([{ kind: 'seen-done', ...listing }]);
    expect(await unseen()).toEqual(['t1', 't2', 't3']);
    await store.close();
  },
};

function brokenLink(n: number): StoreChange {
  return { kind: 'link', link: sampleLink(n, { broken: 'source' }) };
}
