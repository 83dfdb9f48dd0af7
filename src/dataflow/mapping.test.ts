import { expect, test } from 'vitest';
import { obstacleIn } from './mapping.ts';

const row = { source: 'name', target: 'fullName', type: '"string"', line: 26 };

test.each(['"string"', '"integer"', '"float"', '"decimal"', '"boolean"', '"list"', 'N/A', ''])(
  'nothing stands in the way of the type %j',
  (type) => expect(obstacleIn({ ...row, type })).toBeUndefined(),
);

test('a row that leaves out a property is the matter of the document', () => {
  for (const part of [{ source: '' }, { target: '' }]) {
    expect(obstacleIn({ ...row, ...part, type: '["if"]' })).toEqual({
      owner: 'document',
      reason: expect.stringContaining('leaves out one of its two properties'),
    });
  }
});

test('a condition in either cell is what nothing here can work out', () => {
  for (const side of ['source', 'target']) {
    expect(obstacleIn({ ...row, [side]: 'OrgNr (NO)', type: '["if"]' })).toEqual({
      owner: 'tool',
      reason: expect.stringMatching(/^The cell "OrgNr \(NO\)" carries a condition/),
    });
  }
});

test('an expression in the place of a type is what nothing here can work out', () => {
  expect(obstacleIn({ ...row, type: '["if"]' })).toEqual({
    owner: 'tool',
    reason: expect.stringMatching(/^The data type \["if"\] is an expression/),
  });
});
