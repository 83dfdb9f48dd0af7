import { describe, expect, test } from 'vitest';
import type { Section } from '../../dataflow/dataflow.ts';
import { defaultSettings, type SectionSettings } from '../../settings.ts';
import { customersSection, ordersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
import { frame } from './frame.ts';

const name = 'Ada Lovelace';

function linked() {
  const told = testWorld();
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name } });
  told.change({
    by: 'engine',
    side: 'target',
    id: '9',
    action: 'create',
    fields: { fullName: name },
  });
  return told;
}

test('The engine may write a mapped property of a counterpart', async () => {
  const told = linked();
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Oslo' } });
  expect(await frame.judge(await told.scene())).toEqual([]);
});

test('A user may write whatever there is', async () => {
  const told = linked();
  told.change({ by: 'user', side: 'target', id: '9', fields: { remark: 'mine' } });
  expect(await frame.judge(await told.scene())).toEqual([]);
});

test('A property that the document does not map breaks it, on either side', async () => {
  for (const [side, id] of [
    ['source', '1'],
    ['target', '9'],
  ] as const) {
    const told = linked();
    told.change({ by: 'engine', side, id, fields: { remark: 'gone' } });
    expect(await frame.judge(await told.scene())).toMatchObject([
      { law: 'I6 frame', message: expect.stringContaining('remark') },
    ]);
  }
});

test("A record that is nobody's counterpart breaks it, also in a mapped property", async () => {
  const told = linked();
  told.change({
    by: 'user',
    side: 'target',
    id: '7',
    action: 'create',
    fields: { town: 'Bergen' },
  });
  told.change({ by: 'engine', side: 'target', id: '7', fields: { town: 'Oslo' } });
  expect(await frame.judge(await told.scene())).toMatchObject([
    { message: "the engine changed Globex Contact 7, which is nobody's counterpart" },
  ]);
});

const broken = async (told: TestWorld) =>
  (await frame.judge(await told.scene())).map(({ message }) => message);

test('A record made on the source side breaks it', async () => {
  const told = linked();
  told.change({ by: 'engine', side: 'source', id: '2', action: 'create', fields: { name } });
  expect(await broken(told)).toEqual([
    'the engine made Acme Customers 2, which the document does not promise',
  ]);
});

test('What the engine deletes is no matter of what it may write', async () => {
  const told = linked();
  told.change({ by: 'engine', side: 'target', id: '9', action: 'delete' });
  expect(await broken(told)).toEqual([]);
});

describe('Where several sections say what may be made', () => {
  const never = [{ id: 'first', kind: 'link-first', line: 2, text: '' }] as const;

  /** The engine makes one record in a world of these sections. */
  async function making(entity: string, ...sections: readonly Section[]) {
    const told = testWorld(defaultSettings, sections);
    told.change({ ...made, entity, id: '9', fields: {} });
    return broken(told);
  }

  test('one that promises it is enough', async () => {
    expect(await making('Sale', customersSection(), ordersSection())).toEqual([]);
    expect(await making('Contact', customersSection(), ordersSection())).toEqual([]);
  });

  test('one that promises another entity, or links only what is there, is not', async () => {
    for (const section of [ordersSection(), customersSection({ requirements: never })]) {
      expect(await making('Contact', section)).toEqual([
        'the engine made Globex Contact 9, which the document does not promise',
      ]);
    }
  });

  test('an entity of the other system that is called alike is another one', async () => {
    const told = testWorld(defaultSettings, [customersSection({ target: 'Globex Customers' })]);
    told.change({ ...made, side: 'source', id: '9', fields: {} });
    expect(await broken(told)).toHaveLength(1);
  });
});

describe('Where a counterpart is promised on a condition', () => {
  const text = 'In Oslo, it will be synchronized with a Globex Contact.';
  const requirements = [{ id: 'if', kind: 'conditional', line: 2, text }] as const;
  const conditions = { 'In Oslo': ({ city }: { city?: unknown }) => city === 'Oslo' };

  /** Two records, of which only the first is in Oslo; the engine makes counterparts of these. */
  function making(...ids: readonly ('1' | '2')[]): TestWorld {
    const sections = [ordersSection(), customersSection({ requirements })];
    const told = testWorld({ ...defaultSettings, conditions }, sections);
    const [ada, alan] = ['Ada Lovelace', 'Alan Turing'];
    told.change({ ...born, id: '1', fields: { name: ada, city: 'Oslo' } });
    told.change({ ...born, id: '2', fields: { name: alan, city: 'Bergen' } });
    for (const [place, id] of ids.entries()) {
      const fields = { fullName: id === '1' ? ada : alan };
      told.change({ ...made, id: `${8 + place}`, fields });
    }
    return told;
  }

  test('it may be made for whom the condition holds, and for nobody else', async () => {
    expect(await broken(making('1'))).toEqual([]);
    expect(await broken(making('1', '2'))).toEqual([
      'the engine made Globex Contact 9 for Acme Customers 2, which is promised none',
    ]);
  });

  test('a second one for somebody who is promised none is made for nobody either', async () => {
    expect(await broken(making('2', '2'))).toHaveLength(2);
  });
});

describe('A property may be written', () => {
  const heading = 'Acme Orders to Globex Sale';

  /** The engine writes this into the pair 1 and 9, or into the sale 9 of the order 1. */
  async function writing(
    change: Pick<Parameters<TestWorld['change']>[0], 'side' | 'entity' | 'fields'>,
    settings: Readonly<Record<string, SectionSettings>> = {},
  ) {
    const told = testWorld({ ...defaultSettings, sections: settings }, [
      customersSection(),
      ordersSection(),
    ]);
    told.change({ ...born, id: '1', fields: { name } });
    told.change({ ...made, id: '9', fields: { fullName: name } });
    told.change({ ...born, entity: 'Orders', id: '1', fields: { number: 'A-1000' } });
    told.change({ ...made, entity: 'Sale', id: '9', fields: { code: 'A-1000' } });
    told.change({ by: 'engine', id: change.side === 'source' ? '1' : '9', ...change });
    return broken(told);
  }

  test('where its own section maps it, on its own side', async () => {
    expect(await writing({ side: 'target', fields: { town: 'Oslo' } })).toEqual([]);
    expect(await writing({ side: 'source', fields: { city: 'Oslo' } })).toEqual([]);
    expect(await writing({ side: 'target', fields: { city: 'Oslo' } })).toHaveLength(1);
    expect(await writing({ side: 'source', fields: { town: 'Oslo' } })).toHaveLength(1);
    const sale = { side: 'target', entity: 'Sale', fields: { town: 'Oslo' } } as const;
    expect(await writing(sale)).toEqual([
      'the engine changed town of Globex Sale 9, which the document does not map, or the settings keep from being written',
    ]);
  });

  test('unless its side is not shared', async () => {
    const unshared = { 'Acme Customers to Globex Contact': { share: { source: false } } };
    expect(await writing({ side: 'source', fields: { city: 'Oslo' } }, unshared)).toHaveLength(1);
    expect(await writing({ side: 'target', fields: { town: 'Oslo' } }, unshared)).toEqual([]);
  });

  test('where another section is written through it, and nowhere else', async () => {
    const through = (section: string) => ({
      [heading]: { writeThrough: { buyer: { section, property: 'remark' } } },
    });
    const remark = { side: 'target', fields: { remark: 'new' } } as const;
    const contacts = through('Acme Customers to Globex Contact');
    expect(await writing(remark, contacts)).toEqual([]);
    expect(await writing({ ...remark, side: 'source' }, contacts)).toHaveLength(1);
    expect(await writing({ ...remark, entity: 'Sale' }, contacts)).toHaveLength(1);
    expect(await writing(remark, through(heading))).toHaveLength(1);
    expect(await writing(remark, through('No such section'))).toHaveLength(1);
  });
});
