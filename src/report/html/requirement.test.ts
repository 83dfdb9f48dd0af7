import { expect, test } from 'vitest';
import { requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import { textOf } from '../../../fixtures/results/page-reading.ts';
import { renderHtml } from './page.ts';

test('a finding says its kind in words, how it is settled, its source, and leads to what is assumed', () => {
  const requirement = requirementOf({
    id: 'a/b',
    verdict: 'blocked',
    checks: [],
    findings: [
      {
        kind: 'read-only',
        requirement: 'a/b',
        text: 'Code cannot be set.',
        settled: 'settings.ts leaves it out.',
        source: 'contract, Projectactivity.code',
        assumed: 'Seen in version 2 only.',
      },
    ],
  });
  const page = renderHtml(
    resultOf({ outcome: 'incomplete', sections: [sectionOf({ requirements: [requirement] })] }),
  );
  const text = textOf(page);
  expect(text).toContain('Cannot be written. Code cannot be set. contract, Projectactivity.code');
  expect(text).toContain('Settled: settings.ts leaves it out.');
  expect(page).toContain('<a href="#page-assumed-1">assumed</a>');
  expect(page).toMatch(/<li id="page-assumed-1">Seen in version 2 only\.\n/);
  expect(page).toContain('<a class="self" href="#a%2Fb">a/b</a>');
});

test('a property row leads to its requirement and shows its verdict', () => {
  const requirement = requirementOf({ id: 'row', kind: 'property', line: 31 });
  const properties = [
    { source: 'subject', target: 'Name', type: '"string"', line: 31 },
    { source: 'x', target: '', type: '', line: 34 },
  ];
  const text = textOf(
    renderHtml(resultOf({ sections: [sectionOf({ properties, requirements: [requirement] })] })),
  );
  expect(text).toContain('subjectName"string"31Passed');
  expect(text).toContain('x34–');
});
