import { expect, test } from 'vitest';
import { checkOf, requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import { textOf } from '../../../fixtures/results/page-reading.ts';
import type { Leaning } from '../result/model.ts';
import { renderHtml } from './page.ts';

const text = 'Its form is not publicly known.';

function pageOf(...leanings: readonly (readonly Leaning[])[]): string {
  const requirements = leanings.map((leansOn, index) =>
    requirementOf({ id: `r${index}`, leansOn, checks: [checkOf({ title: `Check ${index}.` })] }),
  );
  return renderHtml(resultOf({ sections: [sectionOf({ requirements })] }));
}

test('what several requirements lean on is said once, and each refers to it after its checks', () => {
  const page = pageOf([{ subject: 'A.x', text }], [{ subject: 'B.x', text }]);
  expect(page.split(text)).toHaveLength(2);
  expect(textOf(page)).toContain(`A.x B.x ${text}`);
  expect(page.match(/<a href="#page-assumed-1">/g)).toHaveLength(2);
  const order = ['Check 0.', 'assumed of <a', 'Check 1.', '<code>B.x</code></a>', text];
  const places = order.map((part) => page.indexOf(part));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('what leans on nothing says nothing of it', () => {
  expect(textOf(pageOf([]))).not.toContain('Leans on');
});
