import { expect, test } from 'vitest';
import type { Properties, Value } from '../../value.ts';
import type { RemoteRecord } from '../record.ts';
import { conversionOf } from './convert.ts';
import { diff } from './diff.ts';

function record(properties: Properties): RemoteRecord {
  return { id: '1', modifiedAt: 1, properties };
}

/** The one row of a pair whose sides held `before` and hold `now`. */
function compared(given: {
  readonly before?: { readonly source: Value; readonly target: Value };
  readonly now: { readonly source?: Value; readonly target?: Value };
  readonly type?: string;
}) {
  const conversion = conversionOf(given.type ?? '"string"');
  if (conversion === undefined) throw new Error('no such type');
  const { source, target } = given.now;
  const [row] = diff({
    rows: [{ key: 'a=b', source: 'a', target: 'b', conversion }],
    base: given.before === undefined ? {} : { 'a=b': given.before },
    seen: {
      ...(source === undefined ? {} : { source: record({ a: source }) }),
      ...(target === undefined ? {} : { target: record({ b: target }) }),
    },
  });
  return row;
}

const before = { source: 'x', target: 'x' };

test('Nothing has changed where both sides hold what they held', () => {
  expect(compared({ before, now: before })).toMatchObject({
    changed: { source: false, target: false },
    agree: true,
  });
});

test('Each side is held against what it held itself, not against the other', () => {
  const trimmed = { source: ' x ', target: 'x' };
  expect(compared({ before: trimmed, now: trimmed })).toMatchObject({
    changed: { source: false, target: false },
    agree: false,
  });
});

test('A side that was not read counts as it was', () => {
  expect(compared({ before, now: { target: 'y' } })).toMatchObject({
    value: { source: 'x', target: 'y' },
    changed: { source: false, target: true },
  });
});

test('What both held when they last agreed is said with it, where they ever did', () => {
  expect(compared({ before, now: before })?.before).toEqual(before);
  expect(compared({ now: before })).not.toHaveProperty('before');
});

test('Clearing is a change, and so is a property that is missing from the record', () => {
  expect(compared({ before, now: { source: null } })?.changed.source).toBe(true);
  expect(compared({ before, now: { source: '' } })?.changed.source).toBe(true);
});

test('One empty value in place of another is none', () => {
  const empty = { source: null, target: null };
  expect(compared({ before: empty, now: { source: '', target: [] } })).toMatchObject({
    changed: { source: false, target: false },
    agree: true,
  });
});

test('Of a row that never agreed every value is a change, and an empty one is none', () => {
  expect(compared({ now: { source: 'x', target: null } })?.changed).toEqual({
    source: true,
    target: false,
  });
});

test('The sides agree by their converted values', () => {
  const type = '"integer"';
  expect(compared({ type, before, now: { source: '12', target: 12 } })?.agree).toBe(true);
  expect(compared({ type, before, now: { source: '12', target: 13 } })?.agree).toBe(false);
});

test('A number that the target shows as text is the number that the source holds', () => {
  const held = { source: 12, target: 12 };
  const shown = (target: Value) => compared({ type: 'N/A', before: held, now: { target } });
  const typed = (target: Value) => compared({ type: '"integer"', before: held, now: { target } });
  expect([typed('12')?.agree, typed('13')?.agree, shown('12')?.agree]).toEqual([
    true,
    false,
    false,
  ]);
});
