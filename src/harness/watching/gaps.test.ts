import { expect, test } from 'vitest';
import { defaultSettings, type Side } from '../../settings.ts';
import { pair, replaced, typed, typedThere } from '../test-pair.ts';
import { customersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
import { type Gap, gapsOf } from './gaps.ts';
import type { Moment } from './scene.ts';

const resting = { restingSince: 0 };

/** Gaps in words: `1 since 3`, or `Oslo/Bergen since 3 from target`. */
async function gaps(told: TestWorld, moment: Partial<Moment> = resting) {
  return (await gapsOf(await told.scene(moment))).map(inWords);
}

function inWords(gap: Gap): string {
  return gap.kind === 'missing'
    ? `${gap.sourceId} since ${gap.since}`
    : `${gap.source}/${gap.target} since ${gap.since} from ${gap.from}`;
}

test('Before it is at rest, and where all has arrived, nothing is open', async () => {
  expect(await gaps(pair())).toEqual([]);
  const told = pair();
  typed(told, 'Bergen');
  expect(await gaps(told, {})).toEqual([]);
});

test('It is found out once for each scene', async () => {
  const told = pair();
  const scene = await told.scene(resting);
  expect(gapsOf(scene)).toBe(gapsOf(scene));
  expect(gapsOf(await told.scene(resting))).not.toBe(gapsOf(scene));
});

test('A value is open since somebody typed it, on the side on which that was', async () => {
  const told = pair();
  typed(told, 'Bergen');
  expect(await gaps(told)).toEqual(['Bergen/Trondheim since 3 from source']);
  typedThere(told, 'Moss');
  expect(await gaps(told)).toEqual(['Bergen/Moss since 4 from target']);
  told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Voss' } });
  expect(await gaps(told)).toEqual(['Voss/Moss since 4 from target']);
});

test('What only the engine ever wrote is open since nobody typed it', async () => {
  const told = testWorld();
  told.change({ ...made, side: 'source', id: '1', fields: { city: 'Oslo' } });
  told.change({ ...made, id: '9', fields: { town: 'Bergen' } });
  expect(await gaps(told)).toEqual(['Oslo/Bergen since 0 from source']);
});

test('An empty property differs from a full one', async () => {
  const told = pair();
  typed(told, null);
  expect(await gaps(told)).toEqual(['null/Trondheim since 3 from source']);
});

test.each([
  ['source', '1'],
  ['target', '9'],
] as const)('A pair whose %s is gone does not differ', async (side, id) => {
  const told = pair();
  typed(told, 'Bergen');
  told.change({ by: 'user', side, id, action: 'delete' });
  expect(await gaps(told)).toEqual([]);
});

/** What is open where one side is not written, in words. */
async function gapsUnshared(told: TestWorld, side: Side): Promise<readonly string[]> {
  const scene = await told.scene(resting);
  const pairings = scene.pairings.map((pairing) => {
    const settings = { share: { [side]: false } };
    return { ...pairing, bench: { ...pairing.bench, settings } };
  });
  return (await gapsOf({ ...scene, pairings })).map(inWords);
}

test('Where one side is not written, only what was typed there is open', async () => {
  const [there, here] = [pair(), pair()];
  typed(here, 'Bergen');
  typedThere(there, 'Moss');
  expect(await gapsUnshared(here, 'source')).toEqual(['Bergen/Trondheim since 3 from source']);
  expect(await gapsUnshared(there, 'source')).toEqual([]);
  expect(await gapsUnshared(here, 'target')).toEqual([]);
  expect(await gapsUnshared(there, 'target')).toEqual(['Trondheim/Moss since 3 from target']);
});

test('It is owed over what the engine wrote last, and not over what a person typed there', async () => {
  const told = pair();
  replaced(told, 'Voss');
  typedThere(told, 'Moss');
  expect(await gapsUnshared(told, 'target')).toEqual(['Voss/Moss since 4 from target']);
  typed(told, 'Bergen');
  typedThere(told, 'Molde');
  expect(await gapsUnshared(told, 'target')).toEqual([]);
});

test('A value that a system rewrites as it stores it has arrived, on either side', async () => {
  const upper = (place: string) => ({
    ...resting,
    rewritten: new Map([[place, 'upper' as const]]),
  });
  const [there, back] = [pair(), pair()];
  there.change({ by: 'server', side: 'target', id: '9', fields: { town: 'TRONDHEIM' } });
  back.change({ by: 'server', side: 'source', id: '1', fields: { city: 'TRONDHEIM' } });
  expect(await gaps(there)).toEqual(['Trondheim/TRONDHEIM since 3 from target']);
  expect(await gaps(there, upper('source city'))).toHaveLength(1);
  expect(await gaps(there, upper('target town'))).toEqual([]);
  expect(await gaps(back, upper('source city'))).toEqual([]);
});

test('What an expression of the platform makes of a value nobody can say', async () => {
  const properties = [
    { source: 'city', target: 'town', type: '"replace"," ","", "string"]', line: 4 },
  ];
  const told = pair({}, customersSection({ properties }));
  typed(told, 'Bergen');
  expect(await gaps(told)).toEqual([]);
});

test('Records that are promised a counterpart are missing one, in the order of their making', async () => {
  const told = testWorld();
  for (const id of ['3', '1', '2']) told.change({ ...born, id, fields: { name: `Ada ${id}000` } });
  told.change({ ...born, entity: 'Orders', id: '7', fields: {} });
  told.change({ by: 'user', side: 'source', id: '3', fields: { city: 'Oslo' } });
  told.change({ by: 'engine', side: 'source', id: '3', fields: { city: 'Bergen' } });
  told.change({ by: 'user', side: 'source', id: '1', action: 'delete' });
  expect(await gaps(told)).toEqual(['3 since 5', '2 since 3']);
});

test('Who may have been merged with somebody is not missing', async () => {
  const mergeOn = [{ source: 'name', target: 'fullName', line: 9 }];
  const told = testWorld(defaultSettings, [customersSection({ mergeOn })]);
  for (const id of ['1', '2']) told.change({ ...born, id, fields: { name: 'Ada Lovelace' } });
  told.change({ ...born, id: '3', fields: { name: 'Alan Turing' } });
  told.change({ ...made, by: 'user', id: '1', fields: { fullName: 'Ada Lovelace' } });
  expect(await gaps(told)).toEqual(['3 since 3']);
});

test('Who is promised none is not missing', async () => {
  const requirements = [{ id: 'first', kind: 'link-first', line: 2, text: '' }] as const;
  const told = testWorld(defaultSettings, [customersSection({ requirements })]);
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
  expect(await gaps(told)).toEqual([]);
});
