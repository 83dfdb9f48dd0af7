import { expect, test } from 'vitest';
import { defaultSettings, type SectionSettings } from '../../settings.ts';
import type { Properties } from '../../value.ts';
import { type TestWorld, testWorld } from '../test-world.ts';
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
