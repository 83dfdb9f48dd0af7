import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import { carried, lostCity, lostTown, pair, replaced, typed, typedThere } from '../test-pair.ts';
import { customersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
import { lostIn } from './test-lost.ts';

const well = { problems: [], conflicts: [] };
const shortened = (place: string) => ({ rewritten: new Map([[place, 'truncate:2' as const]]) });

describe('Who edits after the value has arrived could see it', () => {
  test('also where it came back from the other side', async () => {
    const told = pair();
    typedThere(told, 'Bergen');
    replaced(told, 'Bergen');
    typed(told, 'Moss');
    carried(told, 'Moss');
    expect(await lostIn(told)).toEqual([]);
  });

  test('and who had edited before could not', async () => {
    const told = pair();
    typedThere(told, 'Voss');
    typed(told, 'Oslo');
    carried(told, 'Oslo');
    replaced(told, 'Bergen');
    carried(told, 'Bergen');
    expect(await lostIn(told)).toEqual(['"Oslo"', '"Voss"']);
  });

  test('and who typed the same replaced nothing', async () => {
    const told = pair();
    typed(told, 'Oslo');
    typedThere(told, 'Oslo');
    replaced(told, 'Bergen');
    carried(told, 'Bergen');
    expect(await lostIn(told)).toEqual(['"Oslo"', '"Oslo"']);
  });
});

describe('What a system puts there by itself is nobody’s edit where it is its form of what was carried', () => {
  /** Somebody's Oslo is carried, this is put there afterwards and carried back. */
  function answered(by: 'user' | 'server', town: string): TestWorld {
    const told = pair();
    typed(told, 'Oslo');
    carried(told, 'Oslo');
    told.change({ by, side: 'target', id: '9', fields: { town } });
    replaced(told, town);
    return told;
  }

  test('whatever is carried later', async () => {
    const told = answered('server', 'Os');
    carried(told, 'Voss');
    expect(await lostIn(told, shortened('target town'))).toEqual(['"Oslo"']);
  });

  test('and anything else is: another form, and the same one that a person types', async () => {
    expect(await lostIn(answered('server', 'Bergen'), shortened('target town'))).toEqual([]);
    expect(await lostIn(answered('user', 'Os'), shortened('target town'))).toEqual([]);
  });

  test('unless the engine died as it carried it, and cannot know what it had sent', async () => {
    for (const [died, lost] of [
      [{ died: true }, []],
      [{}, ['"Oslo"']],
    ] as const) {
      const told = pair();
      await told.scene({ report: well });
      typed(told, 'Oslo');
      carried(told, 'Oslo');
      told.change({ by: 'server', side: 'target', id: '9', fields: { town: 'Os' } });
      await told.scene({ report: { ...well, ...died } });
      replaced(told, 'Os');
      expect(await lostIn(told, { report: well, ...shortened('target town') })).toEqual(lost);
    }
  });

  test('on either side', async () => {
    const told = pair();
    typedThere(told, 'Oslo');
    replaced(told, 'Oslo');
    told.change({ by: 'server', side: 'source', id: '1', fields: { city: 'Os' } });
    carried(told, 'Os');
    expect(await lostIn(told, shortened('source city'))).toEqual(['"Oslo"']);
    expect(await lostIn(told, shortened('target town'))).toEqual([]);
  });
});

test('The engine may say of either side that its edit has lost', async () => {
  const told = pair();
  typedThere(told, 'Bergen');
  typed(told, 'Oslo');
  carried(told, 'Oslo');
  const report = { problems: [], conflicts: [lostTown('Bergen')] };
  expect(await lostIn(told, { report })).toEqual([]);
});

describe('It loses to nothing that the engine had carried before', () => {
  const lost = { problems: [], conflicts: [lostTown('Bergen')] };

  test('where a pass went well since then', async () => {
    for (const [fault, excused] of [
      ['', false],
      ['F1: read 5 ms behind', true],
    ] as const) {
      const told = pair();
      if (fault !== '') told.request({ fault });
      await told.scene({ report: well });
      typedThere(told, 'Bergen');
      carried(told, 'Trondheim');
      expect(await lostIn(told, { report: lost })).toEqual(excused ? [] : ['"Bergen"']);
    }
  });

  test('and to what somebody typed since then it does, or before anything agreed', async () => {
    for (const first of ['Trondheim', 'Moss']) {
      const told = pair();
      if (first === 'Moss') typed(told, first);
      await told.scene({ report: well });
      if (first === 'Trondheim') typed(told, 'Oslo');
      typedThere(told, 'Bergen');
      carried(told, first === 'Moss' ? first : 'Oslo');
      expect(await lostIn(told, { report: lost })).toEqual([]);
    }
  });
});

test('What was said in the pass at whose end it was typed was said of something else', async () => {
  const told = pair();
  typedThere(told, 'Bergen');
  typed(told, 'Oslo');
  await told.scene({ report: { problems: [], conflicts: [lostCity('Oslo')] } });
  replaced(told, 'Bergen');
  expect(await lostIn(told, { report: well })).toEqual(['"Oslo"']);
});

test('A death excuses nothing that the engine had done before the edit', async () => {
  const told = testWorld();
  told.change({ ...born, id: '1', fields: { city: 'Trondheim' } });
  told.change({ ...made, id: '9', fields: { town: 'Trondheim' } });
  await told.scene({ report: { ...well, died: true } });
  typedThere(told, 'Bergen');
  typed(told, 'Oslo');
  carried(told, 'Oslo');
  expect(await lostIn(told, { report: well })).toEqual(['"Bergen"']);
});

test('Whom a merge links the engine may not have known before, though both said the same', async () => {
  const mergeOn = [{ source: 'name', target: 'fullName', line: 9 }];
  for (const [conflicts, lost] of [
    [[lostTown('Bergen')], []],
    [[], ['"Bergen"']],
  ] as const) {
    const told = testWorld(defaultSettings, [customersSection({ mergeOn })]);
    const name = 'Ada Lovelace';
    told.change({ ...born, id: '1', fields: { name, city: 'Trondheim' } });
    told.change({ ...made, by: 'user', id: '9', fields: { fullName: name, town: 'Trondheim' } });
    await told.scene({ report: well });
    typedThere(told, 'Bergen');
    carried(told, 'Trondheim');
    expect(await lostIn(told, { report: { problems: [], conflicts } })).toEqual(lost);
  }
});

describe('What was put back between two passes', () => {
  test('is lost of the target where the source had said something else', async () => {
    for (const [before, lost] of [
      ['Trondheim', []],
      ['Moss', ['"Trondheim"']],
    ] as const) {
      const told = pair();
      typed(told, before);
      await told.scene({ report: well });
      typed(told, 'Bergen');
      typedThere(told, 'Oslo');
      typedThere(told, 'Trondheim');
      carried(told, 'Bergen');
      expect(await lostIn(told, { report: well })).toEqual(lost);
    }
  });

  test('was seen by the pass that ended with it', async () => {
    const told = pair();
    typed(told, 'Oslo');
    typed(told, 'Trondheim');
    await told.scene({ report: well });
    replaced(told, 'Bergen');
    expect(await lostIn(told, { report: well })).toEqual(['"Trondheim"']);
  });
});

test('A value stands where it says the same by the type of its row, or letter by letter', async () => {
  const row = { source: 'city', target: 'town', line: 4 };
  for (const [type, before, now] of [
    ['"integer"', '7', 7],
    ['"replace"," ","", "string"]', 'Oslo', 'Oslo'],
  ] as const) {
    const told = pair({}, customersSection({ properties: [{ ...row, type }] }));
    typed(told, before);
    replaced(told, now);
    expect(await lostIn(told), type).toEqual([]);
  }
});
