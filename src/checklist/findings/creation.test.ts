import { expect, test } from 'vitest';
import type { Requirement } from '../../dataflow/dataflow.ts';
import type { Provided, SectionSettings } from '../../settings.ts';
import type { EntityContract, PropertyContract } from '../contract.ts';
import { creationFindings } from './creation.ts';

const requirement: Requirement = { id: 'every', kind: 'every', line: 14, text: '' };

function required(name: string, rest: Partial<PropertyContract> = {}): PropertyContract {
  const open = { readOnly: false, required: true, unique: false };
  return { name, type: 'string', source: 'a document', ...open, ...rest };
}

function found(target: Partial<EntityContract>, settings: SectionSettings = {}) {
  const section = {
    heading: 'Acme Orders to Globex Sale',
    line: 12,
    source: 'Acme Orders',
    target: 'Globex Sale',
    requirements: [requirement],
    properties: [{ source: 'name', target: 'title', type: '', line: 26 }],
    mergeOn: [],
  };
  const source: EntityContract = { name: 'Orders', properties: [] };
  const contract: EntityContract = { name: 'Sale', properties: [], ...target };
  const targets = new Set(['Sale']);
  return creationFindings({ section, source, target: contract, targets, settings }, requirement);
}

test('A required value that nothing gives is found, with what is assumed of it', () => {
  const properties = [required('title'), required('code', { assumed: 'guessed' })];
  expect(found({ properties })).toEqual([
    {
      kind: 'required-unmapped',
      requirement: 'every',
      text: expect.stringMatching(/^A new Globex Sale .* code, .*nothing to it\.$/),
      source: 'contract, Sale.code',
      assumed: 'guessed',
    },
  ]);
  expect(found({ properties: [required('code')] })[0]).not.toHaveProperty('assumed');
});

test.for<[Provided, string]>([
  [{ kind: 'constant', value: 'x' }, 'the value "x"'],
  [{ kind: 'copy', property: 'no' }, "the source's no, when the counterpart is created"],
  [{ kind: 'marker', prefix: 'A-' }, 'the source\'s id behind "A-"'],
  [{ kind: 'linked', section: 'A to B', property: 'id' }, 'the id of the counterpart in "A to B"'],
  [
    { kind: 'referred', section: 'A to B', property: 'ref' },
    'the id of the counterpart, in "A to B", of the record that its ref refers to',
  ],
  [
    { kind: 'referred', section: 'A to B', property: 'ref', target: 'no' },
    'the no of the counterpart, in "A to B", of the record that its ref refers to',
  ],
])('A value that the settings provide is said in words: %j', ([provided, words]) => {
  const findings = found({ properties: [required('code')] }, { provide: { code: provided } });
  expect(findings.map(({ settled }) => settled)).toEqual([`the settings give it ${words}`]);
});

test('A parent comes first, and is said in words where the settings name it', () => {
  const target = { parent: 'Shop', properties: [required('code')] };
  const parent = {
    kind: 'parent-unmapped',
    requirement: 'every',
    text: expect.stringMatching(/^A new Globex Sale .* below .* Shop, .*does not say which\.$/),
    source: 'contract, Sale',
  };
  expect(found(target)).toEqual([parent, expect.objectContaining({ kind: 'required-unmapped' })]);
  const named = { parent: { entity: 'Shop', property: 'code', value: 7 } };
  expect(found(target, named)[0]).toEqual({
    ...parent,
    settled: 'the settings name the Shop whose code is 7',
  });
  const referred = { parent: { section: 'A to B', property: 'shop' } };
  expect(found(target, referred)[0]?.settled).toBe(
    'the settings name the counterpart, in "A to B", of the record that its shop refers to',
  );
});
