import { expect } from 'vitest';
import { collected } from './collected.ts';
import {
  linkChanges,
  sampleIntent,
  sampleLink,
  sampleLost,
  samplePending,
  sampleWatermark,
  section,
} from './samples.ts';
import type { Contract, StorePlace } from './store-kind.ts';

const bySource = (id: string) => ({ section, side: 'source', id }) as const;
const byTarget = (id: string) => ({ section, side: 'target', id }) as const;

/** What every store remembers, however it keeps it. */
export const memoryContract: Contract<StorePlace> = {
  'A link is found from both sides as it was committed': async (place) => {
    const store = await place.open({ create: true });
    const links = [sampleLink(1), sampleLink(2, { broken: 'target' })];
    await store.commit(links.map((link) => ({ kind: 'link', link })));
    expect(await store.link(bySource('s1'))).toStrictEqual(links[0]);
    expect(await store.link(byTarget('t2'))).toStrictEqual(links[1]);
    expect(await store.link(bySource('t1'))).toBeUndefined();
    expect(await store.link({ ...bySource('s1'), section: 'another' })).toBeUndefined();
    await store.close();
  },

  "A link's newer state takes the older one's place": async (place) => {
    const store = await place.open({ create: true });
    await store.commit(linkChanges([1, 2]));
    const newer = sampleLink(1, { base: {}, broken: 'source' });
    await store.commit([{ kind: 'link', link: newer }]);
    expect(await collected(store.links(section))).toStrictEqual([newer, sampleLink(2)]);
    await store.close();
  },

  'Intents and pending records are found until they are done': async (place) => {
    const store = await place.open({ create: true });
    const by = { section, sourceId: 's1' };
    await store.commit([
      { kind: 'intent', intent: sampleIntent(1) },
      { kind: 'pending', pending: samplePending(1) },
    ]);
    expect(await store.intent(by)).toStrictEqual(sampleIntent(1));
    expect(await store.pending(by)).toStrictEqual(samplePending(1));
    await store.commit([
      { kind: 'intent-done', ...by },
      { kind: 'pending-done', ...by },
    ]);
    expect(await store.intent(by)).toBeUndefined();
    expect(await store.pending(by)).toBeUndefined();
    await store.close();
  },

  'A lost value is told of until it has been reported, and kept until it is done': async (
    place,
  ) => {
    const store = await place.open({ create: true });
    const lost = (reported: boolean) => store.lostValues({ section, reported });
    const [one, other] = [sampleLost(1), sampleLost(1, { lost: 'lost before' })];
    await store.commit([one, other].map((value) => ({ kind: 'lost', value })));
    expect(await lost(false)).toStrictEqual([one, other]);
    const told = { ...one, reported: true };
    await store.commit([{ kind: 'lost', value: told }]);
    expect(await lost(false)).toStrictEqual([other]);
    expect(await lost(true)).toStrictEqual([told, other]);
    expect(await store.lostValues({ section: 'another', reported: true })).toEqual([]);
    const ofOne = (sourceId: string, reported: boolean) =>
      store.lostValues({ section, sourceId, reported });
    expect(await ofOne(one.source.id, false)).toStrictEqual([other]);
    expect(new Set(await ofOne(one.source.id, true))).toStrictEqual(new Set([told, other]));
    expect(await ofOne('nobody', true)).toEqual([]);
    await store.commit([{ kind: 'lost-done', value: one }]);
    expect(await lost(true)).toStrictEqual([other]);
    await store.close();
  },

  'A watermark is that of one entity of one side': async (place) => {
    const store = await place.open({ create: true });
    const unread = { ...sampleWatermark, side: 'target', newest: undefined } as const;
    await store.commit([
      { kind: 'watermark', watermark: sampleWatermark },
      { kind: 'watermark', watermark: unread },
    ]);
    const entity = sampleWatermark.entity;
    expect(await store.watermark({ side: 'source', entity })).toStrictEqual(sampleWatermark);
    expect(await store.watermark({ side: 'target', entity })).toStrictEqual(unread);
    expect(await store.watermark({ side: 'source', entity: 'another' })).toBeUndefined();
    await store.close();
  },

  'A commit that would re-point a record is refused and leaves nothing behind': async (place) => {
    const store = await place.open({ create: true });
    await store.commit(linkChanges([1, 2]));
    const repointed = [
      sampleLink(1, { target: { id: 't9' } }),
      sampleLink(9, { target: { id: 't1' } }),
      sampleLink(1, { target: { id: 't2' } }),
    ];
    for (const link of repointed) {
      const changes = [
        { kind: 'intent', intent: sampleIntent(5) },
        { kind: 'link', link },
      ] as const;
      await expect(store.commit(changes)).rejects.toMatchObject({ code: 'store' });
    }
    expect(await store.intent({ section, sourceId: 's5' })).toBeUndefined();
    expect(await store.link(byTarget('t9'))).toBeUndefined();
    expect(await collected(store.links(section))).toStrictEqual([sampleLink(1), sampleLink(2)]);
    await store.close();
  },

  'Any text is an id, and no two texts are the same one': async (place) => {
    const store = await place.open({ create: true });
    const ids = ['a', 'A', 'a ', 'å', 'a\u030a', '\0', '\ud800', '\ufffd', '"\\', '', '💡', '\n'];
    const links = ids.map((id) => sampleLink(1, { source: { id }, target: { id: `${id}!` } }));
    await store.commit(links.map((link) => ({ kind: 'link', link })));
    for (const link of links) {
      expect(await store.link(bySource(link.source.id))).toStrictEqual(link);
      expect(await store.link(byTarget(link.target.id))).toStrictEqual(link);
    }
    await store.close();
  },
};
