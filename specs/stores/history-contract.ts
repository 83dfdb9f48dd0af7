import fc from 'fast-check';
import { expect } from 'vitest';
import type { Store } from '../../src/sync/store/store.ts';
import { collected } from './collected.ts';
import { histories, names, type Step } from './histories.ts';
import { after, type Model, nothing } from './model.ts';
import type { StoreKind, StorePlace } from './store-kind.ts';

/** After any of so many histories a store answers as the model does; a failure prints its seed and its shortest history. */
export async function answersAsTheModel({ place, histories: numRuns }: StoreKind): Promise<void> {
  await fc.assert(
    fc.asyncProperty(histories, (steps) => live(place(), steps)),
    { numRuns },
  );
}

async function live(place: StorePlace, steps: readonly Step[]): Promise<void> {
  let store = await place.open({ create: true });
  let model = nothing;
  for (const step of steps) {
    if (step.kind === 'reopen') {
      await store.close();
      store = await place.open();
      continue;
    }
    const next = after(model, step.changes);
    const committed = store.commit(step.changes);
    if (next === undefined) await expect(committed).rejects.toMatchObject({ code: 'store' });
    else await committed;
    model = next ?? model;
  }
  expect(await stored(store)).toStrictEqual(expected(model));
  await store.close();
}

/** Every answer that a store can give about the names that histories use. */
async function stored(store: Store) {
  return {
    sections: await Promise.all(names.sections.map((section) => ofSection(store, section))),
    watermarks: await Promise.all(
      names.sides.flatMap((side) =>
        names.entities.map((entity) => store.watermark({ side, entity })),
      ),
    ),
  };
}

async function ofSection(store: Store, section: string) {
  const sources = names.sources.map((sourceId) => ({ section, sourceId }));
  return {
    links: await collected(store.links(section)),
    bySource: await Promise.all(
      names.sources.map((id) => store.link({ section, side: 'source', id })),
    ),
    byTarget: await Promise.all(
      names.targets.map((id) => store.link({ section, side: 'target', id })),
    ),
    unseen: await Promise.all(
      names.sides.flatMap((side) =>
        names.entities.map((entity) => collected(store.unseen({ section, side, entity }))),
      ),
    ),
    intents: await Promise.all(sources.map((by) => store.intent(by))),
    pending: await Promise.all(sources.map((by) => store.pending(by))),
    allPending: await store.allPending(section),
    lost: await store.lostValues({ section, reported: true }),
    unreported: await store.lostValues({ section, reported: false }),
  };
}

function expected(model: Model): Awaited<ReturnType<typeof stored>> {
  return {
    sections: names.sections.map((section) => expectedOf(model, section)),
    watermarks: names.sides.flatMap((side) =>
      names.entities.map((entity) =>
        model.watermarks.find((one) => one.side === side && one.entity === entity),
      ),
    ),
  };
}

function expectedOf(model: Model, section: string): Awaited<ReturnType<typeof ofSection>> {
  const links = model.links.filter((link) => link.section === section);
  const pending = model.pending.filter((one) => one.section === section);
  const lost = model.lost.filter((one) => one.section === section);
  const intents = model.intents.filter((one) => one.section === section);
  return {
    links,
    bySource: names.sources.map((id) => links.find(({ source }) => source.id === id)),
    byTarget: names.targets.map((id) => links.find(({ target }) => target.id === id)),
    unseen: names.sides.flatMap((side) =>
      names.entities.map((entity) => {
        const seen = model.seen.filter((one) => one.side === side && one.entity === entity);
        return links.filter((link) => !seen.some(({ ids }) => ids.includes(link[side].id)));
      }),
    ),
    intents: names.sources.map((id) => intents.find(({ source }) => source.id === id)),
    pending: names.sources.map((id) => pending.find(({ source }) => source.id === id)),
    allPending: pending,
    lost,
    unreported: lost.filter(({ reported }) => !reported),
  };
}
