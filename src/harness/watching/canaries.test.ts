import { expect, test } from 'vitest';
import type { Section } from '../../dataflow/dataflow.ts';
import { defaultSettings, type SectionSettings, type Settings } from '../../settings.ts';
import type { Properties } from '../../value.ts';
import { customersSection, ordersSection } from '../test-sections.ts';
import { born, made, type TestWorld, testWorld } from '../test-world.ts';
import { canariesIn, typedIn } from './canaries.ts';

const heading = 'Acme Customers to Globex Contact';
const secret = 'x9y8z7w6';

function worldWith(settings: SectionSettings, fields: Properties): TestWorld {
  const told = testWorld({ ...defaultSettings, sections: { [heading]: settings } });
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields });
  return told;
}

/** Why the secret, once it is in these properties of a source record, must not go to the target. */
async function reserves(told: TestWorld, seq = told.world.ledger.entries.length + 1) {
  const said = { system: 'Globex', text: `{"x":"${secret}"}`, seq };
  return canariesIn(await told.scene(), said).map(({ property, reserve }) => [property, reserve]);
}

test('What the table carries may travel, anything else may not', async () => {
  expect(await reserves(worldWith({}, { name: secret }))).toEqual([]);
  expect(await reserves(worldWith({}, { remark: secret }))).toEqual([['remark', 'unmapped']]);
});

test('What settings copy, or follow as a reference, may travel', async () => {
  const copy = { provide: { note: { kind: 'copy', property: 'remark' } } } as const;
  expect(await reserves(worldWith(copy, { remark: secret }))).toEqual([]);
  const constant = { provide: { note: { kind: 'constant', value: 'remark' } } } as const;
  expect(await reserves(worldWith(constant, { remark: secret }))).toHaveLength(1);
  const relatedBy = [{ section: heading, property: 'remark' }];
  expect(await reserves(worldWith({ relatedBy }, { remark: secret }))).toEqual([]);
});

test('What a deleted record held may travel no more, unless it comes back', async () => {
  const told = worldWith({}, { name: secret });
  told.change({ by: 'user', side: 'source', id: '1', action: 'delete' });
  expect(await reserves(told)).toEqual([['name', 'deleted']]);
  expect(await reserves(told, 2)).toEqual([]);
  told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields: {} });
  expect(await reserves(told)).toEqual([]);
});

test('What was typed into a counterpart may go back, and of a stranger it may not', async () => {
  const said = { system: 'Acme', text: secret, seq: 4 };
  const linked = worldWith({}, { name: 'Ada Lovelace' });
  const fields = { fullName: 'Ada Lovelace' };
  linked.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields });
  linked.change({ by: 'user', side: 'target', id: '9', fields: { town: secret } });
  expect(canariesIn(await linked.scene(), said)).toEqual([]);
  const stranger = worldWith({}, { name: 'Ada Lovelace' });
  stranger.change({ by: 'user', side: 'target', id: '8', action: 'create', fields: {} });
  stranger.change({ by: 'user', side: 'target', id: '8', fields: { town: secret } });
  expect(canariesIn(await stranger.scene(), said)).toMatchObject([{ reserve: 'out-of-scope' }]);
});

test('A text is followed where it could be nobody else’s', async () => {
  const followed = async (text: string, said = `a ${text} b`) => {
    const scene = await worldWith({}, { name: text }).scene();
    return typedIn(scene, said).length;
  };
  expect(await followed('x9y8z7w6')).toBe(1);
  expect(await followed('name x9y8z7')).toBe(1);
  expect(await followed('x9y8z7w6', 'something else')).toBe(0);
  for (const plain of ['abcdefgh', 'x9y8z', 'x9y8z7w6v', 'namex9y8z7w6', 'x9y8z7w6 x']) {
    expect(await followed(plain), plain).toBe(0);
  }
});

test('What was typed twice says nothing, and what the engine wrote nobody typed', async () => {
  const twice = worldWith({}, { name: secret, city: secret });
  expect(typedIn(await twice.scene(), secret)).toEqual([]);
  const told = worldWith({}, {});
  told.change({ by: 'engine', side: 'source', id: '1', fields: { name: secret } });
  expect(typedIn(await told.scene(), secret)).toEqual([]);
});

test('A text in a list is followed like one that stands alone', async () => {
  const scene = await worldWith({}, { name: ['one', secret] }).scene();
  expect(typedIn(scene, secret)).toMatchObject([{ property: 'name', text: secret }]);
  const twice = await worldWith({}, { name: ['one', secret], city: secret }).scene();
  expect(typedIn(twice, secret)).toEqual([]);
});

/** What must not go to Acme of a contact 9 that is linked, and into whose property the secret was typed. */
async function backFrom(property: string, sections: Settings['sections'] = {}) {
  const told = testWorld({ ...defaultSettings, sections }, [customersSection(), ordersSection()]);
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
  told.change({ ...made, id: '9', fields: { fullName: 'Ada Lovelace' } });
  told.change({ by: 'user', side: 'target', id: '9', fields: { [property]: secret } });
  const said = { system: 'Acme', text: secret, seq: 9 };
  return canariesIn(await told.scene(), said).map(({ reserve }) => reserve);
}

test('What one section of several carries may travel, on the side on which it is called so', async () => {
  expect(await backFrom('town')).toEqual([]);
  expect(await backFrom('city')).toEqual(['unmapped']);
  expect(await backFrom('code')).toEqual(['unmapped']);
});

test('What another section writes through a record may travel from it, and nothing else', async () => {
  const through = (section: string, property = 'remark') => ({
    [ordersSection().heading]: { writeThrough: { buyer: { section, property } } },
  });
  const contacts = customersSection().heading;
  expect(await backFrom('remark', through(contacts))).toEqual([]);
  expect(await backFrom('remark', through(contacts, 'note'))).toEqual(['unmapped']);
  expect(await backFrom('remark', through(ordersSection().heading))).toEqual(['unmapped']);
  expect(await backFrom('remark', through('No such section'))).toEqual(['unmapped']);
});

test('What settings copy, they copy from the source', async () => {
  const copy = { kind: 'copy', property: 'remark' } as const;
  expect(await backFrom('remark', { [heading]: { provide: { note: copy } } })).toEqual([
    'unmapped',
  ]);
});

test('Where records may be merged, anybody’s may be asked for', async () => {
  const mergeOn = [{ source: 'remark', target: 'remark', line: 9 }];
  const told = testWorld(defaultSettings, [customersSection({ mergeOn })]);
  told.change({ ...made, by: 'user', id: '9', fields: { town: secret } });
  const said = { system: 'Acme', text: secret, seq: 9 };
  expect(canariesIn(await told.scene(), said)).toEqual([]);
});

test('A counterpart that is one too many is linked all the same', async () => {
  const told = worldWith({}, { name: 'Ada Lovelace' });
  for (const id of ['8', '9']) told.change({ ...made, id, fields: { fullName: 'Ada Lovelace' } });
  told.change({ by: 'user', side: 'target', id: '9', fields: { town: secret } });
  expect(canariesIn(await told.scene(), { system: 'Acme', text: secret, seq: 9 })).toEqual([]);
});

const text = 'In Oslo, it will be synchronized with a Globex Contact.';
const requirements = [{ id: 'if', kind: 'conditional', line: 2, text }] as const;
const conditions = { 'In Oslo': ({ city }: Properties) => city === 'Oslo' };

/** A world in which who is in Oslo is promised a counterpart, by one section of two perhaps. */
function inOslo(...more: readonly Section[]): TestWorld {
  const sections = [customersSection({ requirements }), ...more];
  return testWorld({ ...defaultSettings, conditions }, sections);
}

test('Who is promised a counterpart as a pass begins may travel in it, wherever it goes meanwhile', async () => {
  for (const [cities, reserved] of [
    [['Oslo', 'Bergen'], []],
    [['Bergen', 'Oslo'], [['name', 'out-of-scope']]],
  ] as const) {
    const told = inOslo();
    const [city, next] = cities;
    told.change({ ...born, id: '1', fields: { name: secret, city } });
    told.change({ by: 'user', side: 'source', id: '1', fields: { city: next } });
    expect(await reserves(told, 2)).toEqual(reserved);
  }
});

test('Who is born while a pass goes on counts as it was at birth', async () => {
  for (const [cities, reserved] of [
    [['Oslo', 'Bergen'], []],
    [['Bergen', 'Oslo'], [['name', 'out-of-scope']]],
  ] as const) {
    const told = inOslo();
    const [city, next] = cities;
    told.request();
    told.change({ ...born, id: '1', fields: { name: secret, city } });
    told.change({ by: 'user', side: 'source', id: '1', fields: { city: next } });
    expect(await reserves(told, 1)).toEqual(reserved);
  }
});

test('To be in the scope of one section is enough', async () => {
  const told = inOslo(
    customersSection({ heading: 'Acme Customers to Globex Sale', target: 'Globex Sale' }),
  );
  told.change({ ...born, id: '1', fields: { name: secret, city: 'Bergen' } });
  expect(await reserves(told)).toEqual([]);
});

test('Entities of two systems that are called alike are two', async () => {
  const told = testWorld(defaultSettings, [customersSection({ target: 'Globex Customers' })]);
  told.change({ ...made, by: 'user', entity: 'Customers', id: '9', fields: { name: secret } });
  const said = { system: 'Acme', text: secret, seq: 9 };
  expect(canariesIn(await told.scene(), said)).toMatchObject([{ reserve: 'unmapped' }]);
});

test('A stranger is not linked by another one, nor by a record of another section with its id', async () => {
  const told = testWorld(defaultSettings, [ordersSection(), customersSection()]);
  told.change({ ...born, entity: 'Orders', id: '1', fields: { number: 'A-1000' } });
  told.change({ ...made, entity: 'Sale', id: '9', fields: { code: 'A-1000' } });
  told.change({ ...born, id: '1', fields: { name: 'Ada Lovelace' } });
  told.change({ ...made, id: '8', fields: { fullName: 'Ada Lovelace' } });
  told.change({ ...made, by: 'user', id: '9', fields: { town: secret } });
  const said = { system: 'Acme', text: secret, seq: 9 };
  expect(canariesIn(await told.scene(), said)).toMatchObject([{ reserve: 'out-of-scope' }]);
});
