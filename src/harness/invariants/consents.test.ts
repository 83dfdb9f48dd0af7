import { expect, test } from 'vitest';
import { defaultSettings } from '../../settings.ts';
import { born, made, testWorld } from '../test-world.ts';
import { consents } from './consents.ts';

/** A pair whose town and city say yes or no to something, as they were when it was made. */
function answered(source: boolean | null, target: boolean | null) {
  const heading = 'Acme Customers to Globex Contact';
  const sections = { [heading]: { consent: ['city'] } };
  const told = testWorld({ ...defaultSettings, sections });
  const name = 'Ada Lovelace';
  const made = { fullName: name, ...(target === null ? {} : { town: target }) };
  told.change({
    ...{ by: 'user', side: 'source', id: '1', action: 'create' },
    fields: { name, city: source },
  });
  told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields: made });
  const say = (by: 'user' | 'engine', side: 'source' | 'target', value: boolean): void => {
    const [id, property] = side === 'source' ? ['1', 'city'] : ['9', 'town'];
    told.change({ by, side, id, fields: { [property]: value } });
  };
  return { say, judged: async () => consents.judge(await told.scene()) };
}

test('A no that is carried, and a yes of a person who could see it, break nothing', async () => {
  const { say, judged } = answered(false, false);
  say('user', 'target', true);
  say('engine', 'source', true);
  say('user', 'source', false);
  say('engine', 'target', false);
  expect(await judged()).toEqual([]);
});

test('A no that a new counterpart does not have breaks it', async () => {
  expect(await answered(false, null).judged()).toMatchObject([{ law: 'I14 a no stays a no' }]);
  expect(await answered(false, true).judged()).toHaveLength(1);
});

test('A no that gives way to a yes of somebody who could not see it breaks it', async () => {
  const { say, judged } = answered(true, true);
  say('user', 'target', false);
  say('engine', 'target', true);
  expect(await judged()).toHaveLength(1);
});

test('What is taken back is told with what was written, and where', async () => {
  const { say, judged } = answered(true, true);
  say('user', 'target', false);
  say('engine', 'target', true);
  expect(await judged()).toEqual([
    {
      law: 'I14 a no stays a no',
      message:
        'the engine took the no in town of Globex Contact 9 back, or did not carry it, although nobody who could see it had said yes',
      found: 'true',
    },
  ]);
});

test('A yes that comes only after the no was taken back does not excuse it', async () => {
  const { say, judged } = answered(false, false);
  say('engine', 'source', true);
  say('user', 'target', true);
  expect(await judged()).toHaveLength(1);
});

test('A yes that its own writer has taken back since does not excuse it', async () => {
  const { say, judged } = answered(false, false);
  say('user', 'target', true);
  say('user', 'target', false);
  say('engine', 'source', true);
  expect(await judged()).toHaveLength(1);
});

test("A yes of the engine's own is nobody's", async () => {
  const { say, judged } = answered(false, false);
  say('engine', 'target', true);
  say('engine', 'source', true);
  expect(await judged()).toHaveLength(2);
});

test('A yes where nothing but a yes had ever arrived could not see the no', async () => {
  const { say, judged } = answered(true, true);
  say('user', 'source', false);
  say('user', 'target', true);
  say('engine', 'source', true);
  expect(await judged()).toHaveLength(1);
});

test('Whoever asked nothing is answered nothing, and a yes becomes a no at any time', async () => {
  const { say, judged } = answered(null, null);
  say('engine', 'target', true);
  say('engine', 'target', false);
  expect(await judged()).toEqual([]);
});

test('Only what is declared a consent is one', async () => {
  for (const consent of [[], ['name']]) {
    const heading = 'Acme Customers to Globex Contact';
    const told = testWorld({ ...defaultSettings, sections: { [heading]: { consent } } });
    const name = 'Ada Lovelace';
    const fields = { name, city: false };
    told.change({ by: 'user', side: 'source', id: '1', action: 'create', fields });
    const made = { fullName: name, town: true };
    told.change({ by: 'engine', side: 'target', id: '9', action: 'create', fields: made });
    expect(await consents.judge(await told.scene())).toEqual([]);
  }
});

test('Other properties may be written as they are, and a record with a no may be deleted', async () => {
  const heading = 'Acme Customers to Globex Contact';
  const told = testWorld({ ...defaultSettings, sections: { [heading]: { consent: ['city'] } } });
  const name = 'Ada Lovelace';
  told.change({ ...born, id: '1', fields: { name, city: false } });
  told.change({ ...made, id: '9', fields: { fullName: name, town: false } });
  told.change({ by: 'engine', side: 'target', id: '9', fields: { fullName: 'Ada King' } });
  const gone = { fullName: null, town: null };
  told.change({ by: 'engine', side: 'target', id: '9', action: 'delete', fields: gone });
  expect(await consents.judge(await told.scene())).toEqual([]);
});
