import { describe, expect, test } from 'vitest';
import type { MappedRow } from '../plan.ts';
import { conversionOf } from './convert.ts';
import { decide, type Precedence } from './decide.ts';
import type { RowDiff } from './diff.ts';

const conversion = conversionOf('"string"');
if (conversion === undefined) throw new Error('texts have a conversion');
const row: MappedRow = { key: 'name=fullName', source: 'name', target: 'fullName', conversion };

const sourceLater: Precedence = { modifiedAt: { source: 2, target: 1 }, priority: 'target' };
const targetLater: Precedence = { modifiedAt: { source: 1, target: 2 }, priority: 'source' };

function differing(changed: RowDiff['changed'], over: Partial<RowDiff> = {}): RowDiff {
  return { row, value: { source: 'Ada', target: 'Alan' }, changed, agree: false, ...over };
}

const neither = { source: false, target: false };
const onSource = { source: true, target: false };
const onTarget = { source: false, target: true };
const onBoth = { source: true, target: true };

describe('sides that differ', () => {
  test('where neither has changed are left alone', () => {
    expect(decide(differing(neither), sourceLater)).toEqual({ kind: 'nothing', row });
  });

  test('and of which one has changed follow it, whichever record is later', () => {
    for (const precedence of [sourceLater, targetLater]) {
      expect(decide(differing(onSource), precedence)).toMatchObject({ to: 'target', value: 'Ada' });
      expect(decide(differing(onTarget), precedence)).toMatchObject({
        to: 'source',
        value: 'Alan',
      });
    }
  });

  test('and have both changed follow the later record, and the other value is lost', () => {
    expect(decide(differing(onBoth), sourceLater)).toMatchObject({
      to: 'target',
      value: 'Ada',
      lost: 'Alan',
    });
    expect(decide(differing(onBoth), targetLater)).toMatchObject({
      to: 'source',
      value: 'Alan',
      lost: 'Ada',
    });
  });

  test('and have both changed in one moment follow the side with priority', () => {
    const modifiedAt = { source: 1, target: 1 };
    expect(decide(differing(onBoth), { modifiedAt, priority: 'source' })).toMatchObject({
      to: 'target',
    });
    expect(decide(differing(onBoth), { modifiedAt, priority: 'target' })).toMatchObject({
      to: 'source',
    });
  });

  test('lose nothing where only one of them has changed', () => {
    expect(decide(differing(onSource), sourceLater)).not.toHaveProperty('lost');
  });
});

describe('sides that agree', () => {
  const agreeing = { value: { source: 'Ada', target: 'Ada' }, agree: true };

  test('without a change are left alone', () => {
    expect(decide(differing(neither, agreeing), sourceLater)).toEqual({ kind: 'nothing', row });
  });

  test.for([onSource, onTarget, onBoth])('after the change %o only settle', (changed) => {
    expect(decide(differing(changed, agreeing), sourceLater)).toMatchObject({ kind: 'settle' });
  });
});

test('A cleared value is carried like any other', () => {
  const value = { source: null, target: 'Alan' };
  expect(decide(differing(onSource, { value }), sourceLater)).toMatchObject({
    kind: 'write',
    to: 'target',
    value: null,
  });
});

test('A value goes back in the type that the source holds', () => {
  const value = { source: '7', target: 8 };
  expect(decide(differing(onTarget, { value }), sourceLater)).toMatchObject({ value: '8' });
});

describe('a consent that both sides have changed', () => {
  const consent = { ...row, isConsent: true };
  const answers = (source: boolean | null, target: boolean | null) =>
    differing(onBoth, { row: consent, value: { source, target } });

  test('follows the side that says no, whichever is later', () => {
    for (const precedence of [sourceLater, targetLater]) {
      expect(decide(answers(false, true), precedence)).toMatchObject({ to: 'target', lost: true });
      expect(decide(answers(true, false), precedence)).toMatchObject({ to: 'source', lost: true });
    }
  });

  test('follows the later record where neither says no', () => {
    expect(decide(answers(true, null), sourceLater)).toMatchObject({ to: 'target' });
    expect(decide(answers(true, null), targetLater)).toMatchObject({ to: 'source' });
  });
});
