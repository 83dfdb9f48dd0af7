import { expect, test } from 'vitest';
import { defaultSettings, type Provided } from '../../settings.ts';
import type { Properties } from '../../value.ts';
import { customersSection, ordersSection } from '../test-sections.ts';
import { born, made, testWorld } from '../test-world.ts';
import { provenance } from './provenance.ts';

function linked() {
  const told = testWorld();
  const fields = { name: 'Ada Lovelace', city: 'Trondheim' };
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields });
  const made = { fullName: fields.name, town: fields.city };
  told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields: made });
  return told;
}

test('A value that the partner holds, or has held, is known', async () => {
  const told = linked();
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Bergen' } });
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: 'Oslo' } });
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Bergen' } });
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Oslo' } });
  expect(await provenance.judge(await told.scene())).toEqual([]);
});

test('A value that the partner never held breaks it, though another of its properties holds it', async () => {
  const told = linked();
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: 'Ada Lovelace' } });
  expect(await provenance.judge(await told.scene())).toMatchObject([
    { law: 'I5 provenance', found: '"Ada Lovelace"' },
  ]);
});

test('Emptying what nobody has cleared breaks it', async () => {
  const told = linked();
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: null } });
  expect(await provenance.judge(await told.scene())).toHaveLength(1);
});

test('Emptying what the partner has cleared is known', async () => {
  const told = linked();
  told.change({ by: 'user', side: 'source', id: '1', fields: { city: null } });
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town: null } });
  expect(await provenance.judge(await told.scene())).toEqual([]);
});

test('Whom a new counterpart refers to is the counterpart of whom its source refers to', async () => {
  const heading = 'Acme Customers to Globex Contact';
  const provide = { parent: { kind: 'referred', property: 'boss', section: heading } } as const;
  const made = async (fields: Properties) => {
    const told = testWorld({ ...defaultSettings, sections: { [heading]: { provide } } });
    const [boss, clerk] = ['Grace Hopper', 'Ada Lovelace'];
    told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: { name: boss } });
    const first = { fullName: boss };
    told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields: first });
    const second = { name: clerk, boss: '1' };
    told.change({ by: 'user', side: 'source', id: '2', action: 'create', fields: second });
    const third = { fullName: clerk, ...fields };
    told.change({ by: 'engine', side: 'target', id: '8', action: 'create', fields: third });
    return provenance.judge(await told.scene());
  };
  expect(await made({ parent: '9' })).toEqual([]);
  for (const fields of [{ parent: '1' }, {}]) {
    expect(await made(fields)).toMatchObject([{ law: 'I5 provenance', expected: '"9"' }]);
  }
});

test('What users write is theirs to know', async () => {
  const told = linked();
  told.change({ by: 'user', side: 'target', id: '9', fields: { town: 'Bergen' } });
  expect(await provenance.judge(await told.scene())).toEqual([]);
});

test('A value that is written back is known from the target, and one that is not is told', async () => {
  const told = linked();
  told.change({ by: 'user', side: 'target', id: '9', fields: { town: 'Bergen' } });
  told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Bergen' } });
  expect(await provenance.judge(await told.scene())).toEqual([]);
  told.change({ by: 'engine', side: 'source', id: '1', fields: { city: 'Moss' } });
  expect(await provenance.judge(await told.scene())).toEqual([
    {
      law: 'I5 provenance',
      message:
        'the engine wrote city of Acme Customers 1, but town of Globex Contact 9 never held that value',
      found: '"Moss"',
    },
  ]);
});

test('A new counterpart may leave a property empty, and not fill it with what nobody typed', async () => {
  for (const [town, violations] of [
    [null, 0],
    ['Moss', 1],
  ] as const) {
    const told = testWorld();
    const fields = { name: 'Ada Lovelace', city: 'Trondheim' };
    told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields });
    const made = { fullName: fields.name, town };
    told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields: made });
    expect(await provenance.judge(await told.scene())).toHaveLength(violations);
  }
});

test('What is emptied by a deletion, or was never filled, is known', async () => {
  const told = linked();
  told.change({ by: 'user', side: 'target', id: '9', fields: { remark: 'x' } });
  told.change({ ...born, id: '2', fields: { name: 'Alan Turing' } });
  told.change({ ...made, id: '8', fields: { fullName: 'Alan Turing' } });
  told.change({ by: 'user', side: 'target', id: '8', fields: { town: 'Oslo' } });
  told.change({ by: 'engine', side: 'target', id: '8', fields: { town: null } });
  const gone = { fullName: null, town: null };
  told.change({ by: 'engine', side: 'target', id: '9', action: 'delete', fields: gone });
  expect(await provenance.judge(await told.scene())).toEqual([]);
});

interface Sold {
  /** What the sale is made with, as it is told. */
  readonly buyer: string;
  /** Which property of the contact tells it; its id where nothing is said. */
  readonly told?: Partial<Pick<Extract<Provided, { kind: 'referred' }>, 'target' | 'section'>>;
  readonly customer?: string;
}

/** A sale of an order of customer 1, whose contact 8 says Oslo; the contact 9 is made afterwards. */
async function sold({ buyer, told: by, customer = '1' }: Sold) {
  const [customers, orders] = [customersSection(), ordersSection()];
  const provide: Readonly<Record<string, Provided>> = {
    buyer: { kind: 'referred', property: 'customer', section: customers.heading, ...by },
    note: { kind: 'constant', value: 7 },
  };
  const sections = { [orders.heading]: { provide } };
  const told = testWorld({ ...defaultSettings, sections }, [orders, customers]);
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace', city: 'Oslo' } });
  told.change({ ...made, id: '8', fields: { fullName: 'Ada Lovelace', town: 'Oslo' } });
  const sale = { side: 'target', entity: 'Sale', id: '9' } as const;
  told.change({ ...born, entity: 'Orders', id: '1', fields: { number: 'A-1000', customer } });
  told.change({ ...made, ...sale, fields: { code: 'A-1000', buyer } });
  told.change({ ...sale, by: 'engine', fields: { note: 'later' } });
  told.change({ ...born, id: '2', fields: { name: 'Alan Turing' } });
  told.change({ ...made, id: '9', fields: { fullName: 'Alan Turing' } });
  return (await provenance.judge(await told.scene())).map(({ message }) => message);
}

test('Whom a new counterpart refers to in another section is looked up there, once, when it is made', async () => {
  expect(await sold({ buyer: '8' })).toEqual([]);
  expect(await sold({ buyer: '1' })).toEqual([
    'the engine made Globex Sale 9 with a buyer that is not the counterpart of what Acme Orders 1 refers to',
  ]);
});

test('It may be told by any property of that counterpart', async () => {
  expect(await sold({ buyer: 'Oslo', told: { target: 'town' } })).toEqual([]);
  expect(await sold({ buyer: '8', told: { target: 'town' } })).toHaveLength(1);
});

test('Who refers to a record without a counterpart may say anything', async () => {
  expect(await sold({ buyer: '5', customer: '7' })).toEqual([]);
  expect(await sold({ buyer: '5', told: { section: 'No such section' } })).toEqual([]);
});
