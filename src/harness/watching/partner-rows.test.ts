import { expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import { customersSection, ordersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
import { partnerRows } from './partner-rows.ts';

/** The customer 1 with the contact 9, and the order 1 with the sale 9. */
function twoSections(): TestWorld {
  const told = testWorld(defaultSettings, [customersSection(), ordersSection()]);
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
  told.change({ ...made, id: '9', fields: { fullName: 'Ada Lovelace' } });
  told.change({ ...born, entity: 'Orders', id: '1', fields: { number: 'A-1000' } });
  told.change({ ...made, entity: 'Sale', id: '9', fields: { code: 'A-1000' } });
  return told;
}

type Change = Omit<Parameters<TestWorld['change']>[0], 'by'>;

/** What an edit touches, in words: the property, and the partner's. */
async function touched(change: Change, told = twoSections()): Promise<readonly string[]> {
  await told.scene();
  told.change({ by: 'user', ...change });
  const scene = await told.scene();
  return scene.fresh.changes
    .flatMap((each) => partnerRows(scene, each))
    .map(
      ({ side, property, written, partner, partnerProperty }) =>
        `${side} ${property} ${written}: ${partnerProperty} of ${partner.system} ${partner.entity} ${partner.id}`,
    );
}

test('An edit touches the rows of its own section, whichever side it is on', async () => {
  const town = { side: 'target', id: '9', fields: { town: 'Oslo', remark: 'x' } } as const;
  expect(await touched(town)).toEqual(['target town Oslo: city of Acme Customers 1']);
  const name = { side: 'source', id: '1', fields: { name: 'Ada King' } } as const;
  expect(await touched(name)).toEqual(['source name Ada King: fullName of Globex Contact 9']);
  const code = {
    side: 'target',
    entity: 'Sale',
    id: '9',
    fields: { code: 'B', town: 'X' },
  } as const;
  expect(await touched(code)).toEqual(['target code B: number of Acme Orders 1']);
});

test('A record without a partner touches nothing, whoever has the same id', async () => {
  expect(await touched({ side: 'source', id: '9', fields: { name: 'Ada' } })).toEqual([]);
  expect(await touched({ side: 'target', id: '1', fields: { fullName: 'Ada' } })).toEqual([]);
  const stranger = {
    side: 'source',
    entity: 'Contact',
    id: '9',
    fields: { fullName: 'A' },
  } as const;
  expect(await touched(stranger)).toEqual([]);
  const order = { side: 'source', entity: 'Orders', id: '1', fields: { name: 'Ada' } } as const;
  expect(await touched(order)).toEqual([]);
});

test('Entities of two systems that are called alike are two', async () => {
  const told = testWorld(defaultSettings, [customersSection({ target: 'Globex Customers' })]);
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
  told.change({ ...made, entity: 'Customers', id: '9', fields: { fullName: 'Ada Lovelace' } });
  const change = {
    side: 'target',
    entity: 'Customers',
    id: '9',
    fields: { town: 'Oslo' },
  } as const;
  expect(await touched(change, told)).toEqual(['target town Oslo: city of Acme Customers 1']);
});
