import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import type { ReportedConflict } from '../system-under-test.ts';
import { carried, lostCity, lostTown, pair, replaced, typed, typedThere } from '../test-pair.ts';
import { customersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
import { conflictsReal } from './conflicts-real.ts';

/** Somebody's Oslo was replaced by somebody's Bergen. */
function contested(): TestWorld {
  const told = pair();
  typed(told, 'Oslo');
  typedThere(told, 'Bergen');
  replaced(told, 'Bergen');
  return told;
}

/** What the law says where the engine now tells this. */
async function said(told: TestWorld, ...conflicts: readonly ReportedConflict[]) {
  const scene = await told.scene({ report: { problems: [], conflicts } });
  return (await conflictsReal.judge(scene)).map(({ message }) => message);
}

describe('A conflict is real', () => {
  test('where both sides were edited and neither could see the other', async () => {
    expect(await said(contested(), lostCity('Oslo'))).toEqual([]);
    const told = pair();
    typed(told, 'Oslo');
    typedThere(told, 'Bergen');
    carried(told, 'Oslo');
    expect(await said(told, lostTown('Bergen'))).toEqual([]);
  });

  test('also where it names no entity', async () => {
    const record = { side: 'source', id: '1' } as const;
    expect(await said(contested(), { ...lostCity('Oslo'), record })).toEqual([]);
  });

  test('also where the pass between the edits went wrong', async () => {
    const told = pair();
    typed(told, 'Oslo');
    carried(told, 'Oslo');
    told.request({ fault: 'F1: read 5 ms behind' });
    await told.scene({ report: { problems: [], conflicts: [] } });
    typedThere(told, 'Bergen');
    expect(await said(told, lostCity('Oslo'))).toEqual([]);
  });

  test('for all that is known of records that may be merged', async () => {
    const mergeOn = [{ source: 'name', target: 'fullName', line: 9 }];
    const told = testWorld(defaultSettings, [customersSection({ mergeOn })]);
    const name = 'Ada Lovelace';
    for (const id of ['1', '2']) told.change({ ...born, id, fields: { name, city: 'Oslo' } });
    told.change({ ...made, by: 'user', id: '9', fields: { fullName: name, town: 'Bergen' } });
    expect(await said(told, lostCity('Oslo'))).toEqual([]);
  });
});

describe('A conflict is none', () => {
  test('of a record that is not linked, of another entity, or of a property that is not mapped', async () => {
    const city = lostCity('Oslo');
    for (const other of [
      { ...city, record: { ...city.record, id: '2' } },
      { ...city, record: { ...city.record, entity: 'Orders' } },
      { ...city, property: 'remark' },
    ])
      expect(await said(contested(), other)).toEqual([
        expect.stringContaining('no linked record has such a property'),
      ]);
  });

  test('where the value was never typed there', async () => {
    for (const other of [lostCity('Bergen'), lostCity('Moss'), lostTown('Oslo')])
      expect(await said(contested(), other)).toEqual([
        expect.stringContaining('nobody ever typed that there'),
      ]);
  });

  test('where one side alone was edited', async () => {
    const told = pair();
    typed(told, 'Oslo');
    carried(told, 'Oslo');
    expect(await said(told, lostCity('Oslo'))).toEqual([
      'the engine tells that "Oslo" in city of Customers 1 lost against another edit, but nobody typed anything else into town of its partner meanwhile',
    ]);
  });

  test('where both typed the same', async () => {
    const told = pair();
    typed(told, 'Oslo');
    typedThere(told, 'Oslo');
    expect(await said(told, lostCity('Oslo'))).toHaveLength(1);
  });

  test('where the later one could see the earlier one', async () => {
    const told = pair();
    typed(told, 'Oslo');
    carried(told, 'Oslo');
    await told.scene({ report: { problems: [], conflicts: [] } });
    typedThere(told, 'Bergen');
    replaced(told, 'Bergen');
    expect(await said(told, lostCity('Oslo'))).toHaveLength(1);
  });
});

test('What was told in an earlier pass is judged no more', async () => {
  const told = contested();
  expect(await said(told, lostCity('Moss'))).toHaveLength(1);
  expect(await said(told)).toEqual([]);
});
