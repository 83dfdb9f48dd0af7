import { describe, expect, test } from 'vitest';
import type { SectionSettings } from '../../settings.ts';
import { carried, lostCity, pair, replaced, typed, typedThere } from '../test-pair.ts';
import { type TestWorld, testWorld } from '../test-world.ts';
import type { Moment } from '../watching/scene.ts';
import { lostIn } from './test-lost.ts';

type Conflicts = NonNullable<Moment['report']>['conflicts'];

/** A pair of which somebody's Oslo was replaced by somebody's Bergen. */
function overwritten(settings: SectionSettings = {}): TestWorld {
  const told = pair(settings);
  typed(told, 'Oslo');
  typedThere(told, 'Bergen');
  replaced(told, 'Bergen');
  return told;
}

const report = (conflicts: Conflicts) => ({ problems: [], conflicts });

describe('What was typed is lost', () => {
  test('on either side', async () => {
    expect(await lostIn(overwritten())).toEqual(['"Oslo"']);
    const told = pair();
    typedThere(told, 'Bergen');
    typed(told, 'Oslo');
    carried(told, 'Oslo');
    expect(await lostIn(told)).toEqual(['"Bergen"']);
  });

  test('where the engine says it of another record, or of another value', async () => {
    const others = [
      { ...lostCity('Oslo'), record: { side: 'source', id: '2' } } as const,
      lostCity('Moss'),
    ];
    expect(await lostIn(overwritten(), { report: report(others) })).toEqual(['"Oslo"']);
    const all = [...others, lostCity('Oslo')];
    expect(await lostIn(overwritten(), { report: report(all) })).toEqual([]);
  });

  test('where one side is not written at all', async () => {
    for (const share of [{ target: false }, { source: false }]) {
      expect(await lostIn(overwritten({ share }))).toEqual(['"Oslo"']);
    }
  });

  test('where the engine said so only before it was typed again', async () => {
    const told = overwritten();
    await told.scene({ report: report([lostCity('Oslo')]) });
    typed(told, 'Oslo');
    replaced(told, 'Bergen');
    expect(await lostIn(told)).toEqual(['"Oslo"']);
  });

  test('where it had reached the other side, and nobody but the engine replaced it there', async () => {
    const told = pair();
    typed(told, 'Oslo');
    carried(told, 'Oslo');
    carried(told, 'Bergen');
    replaced(told, 'Bergen');
    expect(await lostIn(told)).toEqual(['"Oslo"']);
  });

  test('where something else had reached the other side before it was edited there', async () => {
    const told = pair();
    typed(told, 'Oslo');
    carried(told, 'Moss');
    typedThere(told, 'Bergen');
    replaced(told, 'Bergen');
    expect(await lostIn(told)).toEqual(['"Oslo"']);
  });

  test('where it cleared the property', async () => {
    const told = pair();
    typed(told, null);
    replaced(told, 'Trondheim');
    expect(await lostIn(told)).toEqual(['null']);
  });

  test('where the value was put back that had stood before a write with an answer', async () => {
    const told = pair();
    replaced(told, 'Bergen');
    typed(told, 'Trondheim');
    replaced(told, 'Bergen');
    expect(await lostIn(told)).toEqual(['"Trondheim"']);
  });
});

describe('What was put back is lost all the same', () => {
  test('where a pass came in between, or the other side had said something else', async () => {
    const nothing = report([]);
    for (const other of [true, false]) {
      const told = pair();
      if (other) typedThere(told, 'Moss');
      await told.scene({ report: nothing });
      typedThere(told, 'Bergen');
      typed(told, 'Oslo');
      if (!other) await told.scene({ report: nothing });
      typed(told, 'Trondheim');
      replaced(told, 'Bergen');
      expect(await lostIn(told, { report: nothing })).toEqual(['"Trondheim"']);
    }
  });
});

describe('Nothing is lost', () => {
  test('where what both sides said after a pass is put back before the next one', async () => {
    const nothing = report([]);
    const told = pair();
    await told.scene({ report: nothing });
    typedThere(told, 'Bergen');
    typed(told, 'Oslo');
    typed(told, 'Trondheim');
    replaced(told, 'Bergen');
    expect(await lostIn(told, { report: nothing })).toEqual([]);
  });

  test('before the engine has come to rest', async () => {
    expect(await lostIn(overwritten(), { restingSince: undefined })).toEqual([]);
  });

  test('of a record that was deleted, or whose partner was', async () => {
    for (const [side, id] of [
      ['source', '1'],
      ['target', '9'],
    ] as const) {
      const told = overwritten();
      told.change({ by: 'user', side, id, action: 'delete' });
      expect(await lostIn(told)).toEqual([]);
    }
  });

  test('as long as the engine reports the record', async () => {
    const problem = { kind: 'refused', reason: 'no', record: { side: 'source', id: '1' } } as const;
    const told = { problems: [problem], conflicts: [] };
    expect(await lostIn(overwritten(), { report: told })).toEqual([]);
  });

  test('where a person left the property empty from the beginning', async () => {
    const told = testWorld();
    const none = { city: null };
    told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: none });
    told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields: {} });
    replaced(told, 'Bergen');
    expect(await lostIn(told)).toEqual([]);
  });

  test('where it was cleared and stands empty, in whatever form', async () => {
    const told = pair();
    typed(told, null);
    carried(told, null);
    told.change({ by: 'engine', side: 'source', id: '1', fields: { city: '' } });
    expect(await lostIn(told)).toEqual([]);
  });

  test('where it stands as the system stores it', async () => {
    const told = pair();
    typed(told, 'Oslo');
    carried(told, 'Oslo');
    replaced(told, 'Os');
    const rewritten = new Map([['source city', 'truncate:2']] as const);
    expect(await lostIn(told, { rewritten })).toEqual([]);
  });

  test('where the system itself has put something else there since', async () => {
    const told = pair();
    typed(told, 'Oslo');
    told.change({ by: 'server', side: 'source', id: '1', fields: { city: null } });
    expect(await lostIn(told)).toEqual([]);
  });

  test('where the other side said the same already, and somebody changed that', async () => {
    const told = pair();
    typedThere(told, 'Oslo');
    typed(told, 'Oslo');
    typedThere(told, 'Moss');
    replaced(told, 'Moss');
    expect(await lostIn(told)).toEqual([]);
  });
});
