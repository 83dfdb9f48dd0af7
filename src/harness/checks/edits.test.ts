import { expect, test } from 'vitest';
import { testBench } from '../test-bench.ts';
import { testStage } from '../test-stage.ts';
import { expectOneWrite, propertyName, rowOf } from './edits.ts';

const bench = testBench({});
const row = { source: 'city', target: 'town', type: '', line: 3 };

test('A check of a property is played on its row, and refuses to be played without', () => {
  expect(rowOf({ bench, row })).toBe(row);
  expect(propertyName({ bench, row }, 'target')).toBe('Globex Contact town');
  expect(() => rowOf({ bench })).toThrow(
    expect.objectContaining({ code: 'check', message: expect.stringContaining('without its row') }),
  );
});

test('An edit is one write, and not one that came before it', async () => {
  const { stage, request } = testStage();
  request({ method: 'POST', url: '/contact' });
  const since = stage.writesTo('target').length;
  expect(() => expectOneWrite(stage, { to: 'target', since })).toThrow(
    'one edit caused 0 writes to Globex',
  );
  request();
  expect(() => expectOneWrite(stage, { to: 'target', since })).not.toThrow();
  request({ method: 'PUT', url: '/contact/8' });
  expect(() => expectOneWrite(stage, { to: 'target', since })).toThrow(
    expect.objectContaining({
      violation: expect.objectContaining({
        message: 'one edit caused 2 writes to Globex',
        expected: '1',
        found: 'PATCH /contact/9, PUT /contact/8',
      }),
    }),
  );
});
