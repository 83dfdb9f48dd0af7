import { expect, test } from 'vitest';
import { requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import { textOf } from '../../../fixtures/results/page-reading.ts';
import type { Verdict } from '../../checklist/verdict.ts';
import { renderHtml } from '../html/page.ts';
import { resultDigest } from '../result/digest.ts';
import type { Result } from '../result/model.ts';
import { verified } from '../result/verified.ts';
import { sign } from '../signatures/sign.ts';
import { remember } from './remember.ts';
import { withPast } from './with-past.ts';

/** A result of requirements by id; accepted where all of them pass. */
function resultWith(verdicts: Readonly<Record<string, Verdict>>): Result {
  const requirements = Object.entries(verdicts).map(([id, verdict]) =>
    requirementOf({ id, verdict, text: `It keeps ${id}.` }),
  );
  const accepted = requirements.every(({ verdict }) => verdict === 'passed');
  return resultOf({
    outcome: accepted ? 'accepted' : 'not accepted',
    sections: [sectionOf({ requirements })],
  });
}

const accepted = resultWith({ a: 'passed', b: 'passed', c: 'passed' });
const since = resultWith({ a: 'passed', b: 'failed', d: 'untested' });
const red = resultWith({ a: 'failed', b: 'failed', c: 'passed' });

function turnsIn({ since }: Result): readonly string[] | undefined {
  return since?.turns.map(({ id, fate, before }) => `${id} ${fate} ${before ?? 'nothing'}`);
}

test('a run is held to the last that was accepted, whatever came in between', () => {
  const runs = [accepted, red, red].reduce(remember, []);
  const result = verified(withPast(since, { runs }));
  expect(turnsIn(result)).toEqual(['b newly-failed passed', 'd new nothing', 'c gone passed']);
  expect(result.earlier?.map(({ outcome }) => outcome)).toEqual([
    'accepted',
    'not accepted',
    'not accepted',
  ]);
});

test('a run is held to the one that is named instead', () => {
  const runs = [accepted].reduce(remember, []);
  const result = verified(withPast(since, { runs, baseline: red }));
  expect(result.since?.run).toBe('named');
  expect(turnsIn(result)).toEqual([
    'a fixed failed',
    'b still-failing failed',
    'd new nothing',
    'c gone passed',
  ]);
});

test('where no run was ever accepted there is nothing to hold it to, and the page says so', () => {
  const result = withPast(since, { runs: [red].reduce(remember, []) });
  expect(result.since).toBeUndefined();
  expect(textOf(renderHtml(result))).toContain('No accepted run is known');
});

test('what came before makes no other result: signatures and digest stay', () => {
  const runs = [accepted, red].reduce(remember, []);
  expect(resultDigest(withPast(accepted, { runs }))).toBe(resultDigest(accepted));
});

test('the page says what changed, with links to what is still there, and which signatures it cost', () => {
  const runs = [accepted, red].reduce(remember, []);
  const signing = { name: 'Kari', role: 'QA', remark: '', rejects: false, at: 0 };
  const signoff = sign(accepted, { ...signing, requirements: ['a', 'b', 'c'] });
  const page = renderHtml(withPast(since, { runs }), { signoff });
  const text = textOf(page);
  expect(text).toContain('since then: 1 newly failed, 1 new, 1 gone');
  expect(text).toContain('Newly failed: passed before.');
  expect(text).toContain('Gone promises: passed before. Gone is not fixed.');
  expect(text).toContain('2 signatures no longer hold');
  expect(page.match(/<svg /g)).toHaveLength(1);
});
