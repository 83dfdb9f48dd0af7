import { expect, test } from 'vitest';
import type { Requirement, RequirementKind } from '../../dataflow/dataflow.ts';
import { defaultSettings, type Settings } from '../../settings.ts';
import { creationRule } from './creation-rule.ts';

const heading = 'Acme Orders to Globex Sale';

/** The rule of a section with these promises. */
function ruleOf(kinds: readonly RequirementKind[], settings: Partial<Settings> = {}) {
  const requirements = kinds.map(
    (kind): Requirement => ({
      id: kind,
      kind,
      line: 1,
      text: kind === 'conditional' ? 'At night, it will be synchronized with a Globex Sale.' : '',
    }),
  );
  const names = { heading, line: 1, source: 'Acme Orders', target: 'Globex Sale' };
  const section = { ...names, requirements, properties: [], mergeOn: [] };
  return creationRule(section, { ...defaultSettings, ...settings });
}

test('Every record is promised a counterpart by one promise among others', () => {
  expect(ruleOf(['every', 'both-ways'])).toEqual({ kind: 'always' });
  expect(ruleOf(['link-first', 'merge', 'adopt-or-create'])).toEqual({ kind: 'always' });
});

test('A target that is not written gets no counterparts, whatever the document promises', () => {
  const sections = { [heading]: { share: { target: false } } };
  expect(ruleOf(['every'], { sections })).toEqual({
    kind: 'never',
    obstacle: expect.stringContaining('target side'),
  });
  const source = { [heading]: { share: { source: false } } };
  expect(ruleOf(['every'], { sections: source })).toEqual({ kind: 'always' });
});

test('A condition counts as the settings explain it, and else nothing is made', () => {
  const holds = () => true;
  expect(ruleOf(['both-ways', 'conditional'], { conditions: { 'At night': holds } })).toEqual({
    kind: 'while',
    holds,
  });
  expect(ruleOf(['conditional'])).toEqual({
    kind: 'never',
    obstacle: 'The settings do not say what "At night" means.',
  });
});

test('What refers to a record is said by the settings, and else nothing is made', () => {
  const relatedBy = [{ section: 'A to B', property: 'order' }];
  const sections = { [heading]: { relatedBy } };
  expect(ruleOf(['link-first', 'created-by-relation'], { sections })).toEqual({
    kind: 'related',
    by: relatedBy,
  });
  expect(ruleOf(['created-by-relation'])).toEqual({
    kind: 'never',
    obstacle: expect.stringContaining('which records refer'),
  });
});

test('Without such a promise nothing is made, and nothing stands in the way', () => {
  const sections = { [heading]: { relatedBy: [{ section: 'A to B', property: 'order' }] } };
  expect(ruleOf(['link-first', 'merge'], { sections })).toEqual({ kind: 'never' });
});
