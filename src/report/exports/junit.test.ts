import fc from 'fast-check';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { expect, test } from 'vitest';
import { anyResult } from '../../../fixtures/results/arbitrary.ts';
import { checkOf, requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import { hostileResult, hostileTexts } from '../../../fixtures/results/hostile.ts';
import { realisticResult } from '../../../fixtures/results/realistic.ts';
import { allRequirements } from '../result/all-requirements.ts';
import type { RequirementResult } from '../result/model.ts';
import { renderJunit } from './junit.ts';

/** All elements, in order; throws where the text is not well-formed XML 1.0. */
function elementsOf(text: string): readonly SaxesTagPlain[] {
  const elements: SaxesTagPlain[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => elements.push(tag));
  parser.write(text).close();
  return elements;
}

function named(name: string, text: string): readonly Record<string, string>[] {
  return elementsOf(text)
    .filter((element) => element.name === name)
    .map(({ attributes }) => attributes);
}

function junitOf(requirement: RequirementResult): string {
  const sections = [sectionOf({ requirements: [requirement] })];
  return renderJunit(resultOf({ outcome: 'not accepted', sections }));
}

test('sections are suites and checks are cases, and the totals add up', () => {
  const text = renderJunit(realisticResult());
  expect(named('testsuite', text)).toHaveLength(2);
  const [all] = named('testsuites', text);
  expect(all).toMatchObject({ tests: '35', failures: '3', skipped: '3', errors: '0' });
  expect(named('testcase', text)).toHaveLength(35);
  expect(named('failure', text)).toHaveLength(3);
  expect(named('skipped', text)).toHaveLength(3);
});

test('a failed check is a failure that says what was expected and how to run it again', () => {
  const text = junitOf(
    requirementOf({
      id: 'a/b',
      verdict: 'failed',
      checks: [
        checkOf({
          title: 'Arrives',
          verdict: 'failed',
          reason: 'Why',
          violation: { law: 'I2', message: 'Differs', expected: 'A ', found: 'A' },
        }),
      ],
    }),
  );
  expect(named('testcase', text)).toEqual([{ classname: 'a/b', name: 'Arrives', time: '0.041' }]);
  expect(named('failure', text)).toEqual([{ type: 'failed', message: 'Why' }]);
  expect(text).toContain('I2: Differs\nexpected: A \nfound: A\nagain: syncproof check');
});

test('inconclusive is a failure of that type', () => {
  const text = junitOf(
    requirementOf({ verdict: 'inconclusive', checks: [checkOf({ verdict: 'inconclusive' })] }),
  );
  expect(named('failure', text)).toMatchObject([{ type: 'inconclusive' }]);
});

test.each(['blocked', 'untested', 'waived', 'manual'] as const)(
  'a %s requirement without checks is one skipped case with its reason and verdict',
  (verdict) => {
    const text = junitOf(requirementOf({ verdict, reason: 'Because', checks: [] }));
    expect(named('testcase', text)).toHaveLength(1);
    expect(named('skipped', text)).toEqual([{ message: 'Because' }]);
    expect(named('property', text)).toEqual([{ name: 'verdict', value: verdict }]);
  },
);

test('a requirement that failed though its checks passed is a failure all the same', () => {
  expect(named('failure', junitOf(requirementOf({ verdict: 'failed' })))).toHaveLength(1);
});

test.each(hostileTexts)(
  'the XML is well-formed whatever stands in it, as hostile text %#',
  (text) => {
    expect(() => elementsOf(renderJunit(hostileResult(text)))).not.toThrow();
  },
);

test('any result is well-formed and has a case for each check', () => {
  fc.assert(
    fc.property(anyResult, (result) => {
      const cases = named('testcase', renderJunit(result)).length;
      const checks = allRequirements(result).flatMap((requirement) => requirement.checks).length;
      expect(cases).toBeGreaterThanOrEqual(checks);
    }),
    { numRuns: 40 },
  );
});
