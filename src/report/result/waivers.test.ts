import { expect, test } from 'vitest';
import { requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import { parseWaivers, withWaivers } from './waivers.ts';

const entry = { requirement: 'one', name: 'Kari', reason: 'Agreed.', until: '2026-11-23' };
const failed = requirementOf({ id: 'one', verdict: 'failed', reason: 'It is late.' });

function waived(until: string, requirement = failed): ReturnType<typeof withWaivers> {
  const result = resultOf({ sections: [sectionOf({ requirements: [requirement] })] });
  return withWaivers(result, [{ ...entry, until }]);
}

test('a waiver counts to the end of its last day, and the page can say by whom and why', () => {
  const { outcome, sections } = waived('2026-11-23');
  expect(outcome).toBe('accepted');
  expect(sections[0]?.requirements[0]).toMatchObject({
    verdict: 'waived',
    reason: 'It is failed: It is late.',
    waiver: { name: 'Kari', reason: 'Agreed.', until: '2026-11-23' },
  });
});

test('one that has ended is shown and changes nothing', () => {
  const { outcome, sections } = waived('2026-11-22');
  expect(outcome).toBe('not accepted');
  expect(sections[0]?.requirements[0]).toMatchObject({
    verdict: 'failed',
    waiver: { until: '2026-11-22' },
  });
});

test('a pass stays a pass', () => {
  const { sections } = waived('2027-01-01', requirementOf({ id: 'one' }));
  expect(sections[0]?.requirements[0]?.verdict).toBe('passed');
});

test('a waiver for nothing is refused', () => {
  expect(() => withWaivers(resultOf(), [entry])).toThrow(
    expect.objectContaining({ code: 'usage' }),
  );
});

test.each([
  '{',
  '{"format":"syncproof-waivers/1","waivers":[{"requirement":"a","name":"b","reason":"c"}]}',
  '{"format":"syncproof-waivers/1","waivers":[{"requirement":"a","name":"","reason":"c","until":"2026-01-01"}]}',
  '{"format":"syncproof-waivers/1","waivers":[{"requirement":"a","name":"b","reason":"c","until":"soon"}]}',
])('waivers without name, reason or end are refused: %j', (text) => {
  expect(() => parseWaivers(text)).toThrow(expect.objectContaining({ code: 'usage' }));
});
