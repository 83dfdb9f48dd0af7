import { describe, expect, test } from 'vitest';
import { entityInMemory, record } from '../../../fixtures/engine/entity-in-memory.ts';
import { cycleOver, now, peopleLink, peoplePlan } from '../../../fixtures/engine/section-plan.ts';
import { defaultSettings } from '../../settings.ts';
import type { EntityPort, Pointer } from '../port.ts';
import type { Watermark } from '../store/link.ts';
import { lookAgain, pointedAt } from './look-again.ts';

describe('what a system points at by itself', () => {
  const settings = { ...defaultSettings, overlapMs: 5000, sweepEvery: 12 };
  const watermark: Watermark = {
    side: 'source',
    entity: 'Person',
    newest: 60_000,
    cyclesSinceSweep: 3,
  };
  const notified = async () => [{ id: '1' }];
  const gone: readonly Pointer[] = [{ id: '2', gone: true }];

  const asked = (offers: Partial<EntityPort>, at = watermark) =>
    pointedAt({ port: entityInMemory([], offers).port, watermark: at, settings });

  test('is nothing where it tells nothing', async () => {
    expect(await asked({})).toEqual({ pointers: [], watermark });
  });

  test('is what it notifies of, and what was deleted since the newest stamp, less the overlap', async () => {
    const since: number[] = [];
    const deleted = async (from: number) => {
      since.push(from);
      return gone;
    };
    expect(await asked({ notified, deleted })).toEqual({
      pointers: [{ id: '1' }, ...gone],
      watermark,
    });
    expect(since).toEqual([55_000]);
  });

  test('is only what it notifies of before anything was read', async () => {
    const port = entityInMemory([], { notified, deleted: async () => gone }).port;
    const pointers = [{ id: '1' }];
    expect(await pointedAt({ port, watermark: undefined, settings })).toEqual({
      pointers,
      watermark: undefined,
    });
    const unstamped = { ...watermark, newest: undefined };
    expect(await pointedAt({ port, watermark: unstamped, settings })).toEqual({
      pointers,
      watermark: unstamped,
    });
  });

  test('makes a whole listing due where it no longer remembers all that was deleted', async () => {
    expect(await asked({ notified, deleted: async () => 'expired' })).toEqual({
      pointers: [{ id: '1' }],
      watermark: { ...watermark, cyclesSinceSweep: 12 },
    });
  });
});

describe('a record that a system has pointed at', () => {
  /** Looks at person 1, linked or not, who was left out of the list of changes. */
  async function pointing(pointer: Pointer, linked: boolean, persons = [record('1')]) {
    const [source, target] = [entityInMemory(persons), entityInMemory([record('t1')])];
    const plan = peoplePlan({ source, target });
    const cycle = cycleOver([plan]);
    if (linked) await cycle.store.commit([{ kind: 'link', link: peopleLink('1') }]);
    const group = { side: 'source', entity: 'Person', sections: [plan] } as const;
    await lookAgain(cycle, group, new Map([[pointer.id, pointer]]));
    const link = await cycle.store.link({ section: 'people', side: 'source', id: '1' });
    return { source, target, cycle, link };
  }

  test('is read and synchronised as it is now, whatever was said of it', async () => {
    const edited = [record('1', { mail: 'a@x.no' })];
    const { source, target } = await pointing({ id: '1', gone: true }, true, edited);
    expect(source.calls).toEqual(['read 1']);
    expect(target.calls).toEqual(['read t1', 'update t1 {"email":"a@x.no"}']);
  });

  test('breaks its link where it is gone', async () => {
    const { link, cycle } = await pointing({ id: '1' }, true, []);
    expect(link).toMatchObject({ broken: 'source' });
    expect(cycle.notes.problems).toMatchObject([{ kind: 'broken' }]);
  });

  test('is made where it is new, and left alone where it is gone', async () => {
    const made = await pointing({ id: '1' }, false);
    expect(made.target.calls).toEqual(['create {"ref":"P-1"}']);
    const gone = await pointing({ id: '1' }, false, []);
    expect([gone.source.calls, gone.target.calls]).toEqual([['read 1'], []]);
  });

  test('is not asked after where it is said to be gone and has no link', async () => {
    const { source } = await pointing({ id: '1', gone: true }, false);
    expect(source.calls).toEqual([]);
    const [persons, contacts] = [entityInMemory(), entityInMemory()];
    const plan = peoplePlan({ source: persons, target: contacts });
    const cycle = cycleOver([plan], { settings: { ...defaultSettings, overlapMs: now } });
    const link = peopleLink('1', { broken: 'source' });
    await cycle.store.commit([{ kind: 'link', link }]);
    const group = { side: 'source', entity: 'Person', sections: [plan] } as const;
    await lookAgain(cycle, group, new Map([['1', { id: '1', gone: true }]]));
    expect(persons.calls).toEqual([]);
  });
});
