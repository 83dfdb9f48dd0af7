import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyResult } from '../../../fixtures/results/arbitrary.ts';
import { requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import { hostileResult, hostileTexts } from '../../../fixtures/results/hostile.ts';
import { attributesOf, skeletonOf, textOf } from '../../../fixtures/results/page-reading.ts';
import type { Verdict } from '../../checklist/verdict.ts';
import type { History } from './history.ts';
import { renderHistory } from './history-view.ts';
import { remember } from './remember.ts';

function run(digest: string, ...verdicts: readonly Verdict[]) {
  const base = resultOf();
  const requirements = verdicts.map((verdict, index) =>
    requirementOf({ id: `r${index}`, verdict }),
  );
  return resultOf({
    outcome: 'incomplete',
    document: { ...base.document, digest: digest.repeat(64) },
    sections: [sectionOf({ requirements })],
  });
}

function read(history: History): string {
  return textOf(`<body>${renderHistory(history)}`);
}

test('with no earlier run there is nothing to draw', () => {
  expect(read([])).toBe('');
  expect(read([run('a', 'passed')].reduce(remember, []))).toBe('');
});

test('each section says how its newest run differs from the one before', () => {
  const history = [run('a', 'passed'), run('a', 'failed', 'passed')].reduce(remember, []);
  expect(read(history)).toContain('1 passed, 1 failed; in the run before: 1 passed');
});

test('a section that stays as it is says since how many runs', () => {
  const same = [run('a', 'failed'), run('a', 'passed'), run('a', 'passed'), run('a', 'passed')];
  expect(read(same.reduce(remember, []))).toContain('1 passed; the same in the 2 runs before');
});

test('kept, open and not kept differ in place and shape, not only in colour', () => {
  const history = [run('a', 'passed'), run('b', 'passed', 'failed', 'blocked')].reduce(
    remember,
    [],
  );
  const page = renderHistory(history).toString();
  const [kept, broken, open] = attributesOf(page, 'path', 'd').map((path) =>
    path.split('M').flatMap((bar) => (bar === '' ? [] : [Number(bar.split(/[ h]/)[1])])),
  );
  expect([kept?.length, broken?.length, open?.length]).toEqual([2, 1, 1]);
  expect(open?.[0]).toBeLessThan(kept?.[1] ?? 0);
  expect(broken?.[0]).toBeGreaterThan(kept?.[1] ?? 0);
  expect(attributesOf(page, 'g', 'fill')).toEqual(['currentColor', 'none']);
});

test('a run of another document is marked', () => {
  const dotted = (...digests: readonly string[]) =>
    attributesOf(
      renderHistory(digests.map((digest) => run(digest, 'passed')).reduce(remember, [])).toString(),
      'path',
      'd',
    )[3]?.split('M').length;
  expect(dotted('a', 'a')).toBe(1);
  expect(dotted('a', 'b')).toBe(2);
});

test('the picture says in words what it shows', () => {
  const history = [run('a', 'passed'), run('a', 'failed')].reduce(remember, []);
  expect(attributesOf(renderHistory(history).toString(), 'svg', 'aria-label')).toEqual([
    '1 failed; in the run before: 1 passed',
  ]);
});

test.each(hostileTexts)('hostile text %# makes no other markup', (text) => {
  const page = (of: string) =>
    renderHistory([hostileResult(of), hostileResult(of)].reduce(remember, [])).toString();
  expect(skeletonOf(page(text))).toEqual(skeletonOf(page('plain')));
});

test('any history has a row for each section of its newest run, and no style of its own', () => {
  fc.assert(
    fc.property(fc.array(anyResult, { minLength: 2, maxLength: 4 }), (results) => {
      const page = renderHistory(results.reduce(remember, [])).toString();
      expect(page.match(/<svg /g)?.length ?? 0).toBe(results.at(-1)?.sections.length);
      expect(page).not.toMatch(/ style=|NaN/);
    }),
    { numRuns: 40 },
  );
});
