import { expect, test } from 'vitest';
import { defaultSettings, type SectionSettings } from '../../settings.ts';
import { customersSection, ordersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
import { lacksSomething } from './obstacle.ts';

const [customers, orders] = [customersSection(), ordersSection()];

/** The customers 1 and 2, of whom the first has the contact 9, and the order 2 of customer 1. */
function sold(settings: SectionSettings): TestWorld {
  const sections = { [orders.heading]: settings };
  const told = testWorld({ ...defaultSettings, sections }, [orders, customers]);
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
  told.change({ ...made, id: '9', fields: { fullName: 'Ada Lovelace' } });
  told.change({ ...born, id: '2', fields: { name: 'Alan Turing' } });
  const fields = { number: 'A-1000', customer: '1' };
  told.change({ ...born, entity: 'Orders', id: '2', fields });
  return told;
}

const pointAt = (told: TestWorld, customer: string | number | null) =>
  told.change({ by: 'user', side: 'source', entity: 'Orders', id: '2', fields: { customer } });

/** Whether the order lacks something that its sale needs. */
async function lacks(told: TestWorld, id = '2'): Promise<boolean> {
  const scene = await told.scene();
  const [bench] = scene.benches;
  return bench !== undefined && lacksSomething(scene, bench, id);
}

const parent = { section: customers.heading, property: 'customer' };
const referred = { provide: { buyer: { kind: 'referred', ...parent } } } as const;

test('Who needs nothing lacks nothing', async () => {
  expect(await lacks(sold({}))).toBe(false);
  expect(await lacks(sold({ provide: { note: { kind: 'constant', value: 1 } } }))).toBe(false);
});

test.each([
  ['a parent', { parent }, true],
  ['a reference', referred, false],
] as const)(
  '%s is there while the record last named has a counterpart',
  async (_, settings, must) => {
    const told = sold(settings);
    expect(await lacks(told)).toBe(false);
    pointAt(told, '2');
    expect(await lacks(told), 'without a counterpart').toBe(true);
    pointAt(told, 1);
    expect(await lacks(told), 'named by a number').toBe(false);
    for (const nobody of [null, '']) {
      pointAt(told, nobody);
      expect(await lacks(told), 'nobody is named').toBe(must);
    }
    expect(await lacks(told, '7'), 'it never named anybody').toBe(must);
    pointAt(told, '1');
    told.change({ by: 'user', side: 'target', id: '9', action: 'delete' });
    expect(await lacks(told), 'its counterpart is gone').toBe(true);
  },
);

test('A section that there is not has counterparts for nobody', async () => {
  expect(await lacks(sold({ parent: { ...parent, section: 'No such section' } }))).toBe(true);
});

test('A property of another section’s counterpart wants that the same record has one there', async () => {
  const linked = { kind: 'linked', section: customers.heading, property: 'town' } as const;
  const told = sold({ provide: { town: linked } });
  expect(await lacks(told), 'customer 2 has none').toBe(true);
  expect(await lacks(told, '1')).toBe(false);
});

test('A parent that is named by a value is there while exactly one says it now', async () => {
  const told = sold({ parent: { entity: 'Contact', property: 'fullName', value: 'Ada Lovelace' } });
  expect(await lacks(told)).toBe(false);
  told.change({ by: 'user', side: 'target', id: '9', fields: { fullName: 'Ada King' } });
  expect(await lacks(told), 'it is called otherwise now').toBe(true);
  told.change({ ...made, by: 'user', id: '8', fields: { town: 'Ada Lovelace' } });
  expect(await lacks(told), 'another property says it').toBe(true);
});
