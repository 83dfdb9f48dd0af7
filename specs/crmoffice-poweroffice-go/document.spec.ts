import { expect } from 'vitest';
import type { Finding } from '../../src/checklist/finding.ts';
import { examined } from '../examination.ts';
import { ours } from './document.ts';

const projectActivity = 'crmoffice-activities-to-poweroffice-go-projectactivity';
const timeTracking = 'crmoffice-activities-to-poweroffice-go-timetrackingactivity';
const contactPerson = 'crmoffice-contacts-to-poweroffice-go-contactperson';

examined(ours, (findings) => {
  const about = (requirement: string, kind: Finding['kind']): string =>
    findings
      .filter((finding) => finding.requirement === requirement && finding.kind === kind)
      .map(({ text }) => text)
      .join('\n');

  expect(about(`${projectActivity}/property/subject=name`, 'read-only')).toContain('name of');
  expect(about(`${projectActivity}/property/subject=name`, 'coupled')).toContain(
    'Timetrackingactivity',
  );
  expect(about(`${projectActivity}/every`, 'parent-unmapped')).toContain('Project');
  expect(about(`${projectActivity}/every`, 'required-unmapped')).toContain('activityCode');
  expect(about(`${projectActivity}/both-ways`, 'no-modification-time')).toContain(
    'Projectactivity',
  );
  for (const property of ['activityType', 'code', 'name']) {
    expect(about(`${timeTracking}/every`, 'required-unmapped')).toContain(` ${property},`);
  }
  expect(about(`${contactPerson}/every`, 'parent-unmapped')).toContain('Customer');
  for (const property of ['firstName', 'lastName']) {
    const names = findings.filter(
      ({ requirement, text }) =>
        requirement === `${contactPerson}/every` && text.includes(property),
    );
    expect(names.map(({ assumed }) => assumed)).toEqual([expect.any(String)]);
  }
  // Nothing is left open: every gap that keeps records from being made is closed by the settings.
  const gaps = findings.filter(({ kind }) => kind.endsWith('-unmapped') || kind === 'read-only');
  expect(gaps.filter(({ settled }) => settled === undefined)).toEqual([]);
});
