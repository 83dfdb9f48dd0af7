import { expect, test } from 'vitest';
import { allChecks } from '../../src/harness/checks/registry.ts';
import { ours } from '../crmoffice-poweroffice-go/document.ts';
import { subjectOf } from '../subject.ts';

test('no title puts an article before the name of an entity, which may be a plural or begin with any letter', () => {
  const titles = ours.dataflow.sections.flatMap((section) =>
    section.requirements.flatMap((requirement) =>
      allChecks
        .filter(({ kind }) => kind === requirement.kind)
        .map((check) => check.title(subjectOf(ours, section, requirement))),
    ),
  );
  expect(titles.length).toBeGreaterThan(100);
  expect(titles.filter((title) => /\ban? (?:CRMOffice|PowerOffice)/i.test(title))).toEqual([]);
});
