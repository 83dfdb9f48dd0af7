import { expect, test } from 'vitest';
import {
  type PropertyRow,
  type RequirementKind,
  requirementKinds,
} from '../../dataflow/dataflow.ts';
import type { SectionSettings } from '../../settings.ts';
import { testBench } from '../test-bench.ts';
import { allChecks, checksFor } from './registry.ts';

test('What stands in the way of checks is said in words', () => {
  const bench = testBench({ opening: 'link-first' });
  const reason = (kind: RequirementKind, row?: PropertyRow) =>
    checksFor(kind, { bench, ...(row === undefined ? {} : { row }) });
  const row = { source: 'name', target: 'name', type: '', line: 3 };
  expect(reason('both-ways')).toEqual({
    verdict: 'untested',
    reason: 'The document says no way in which a link comes about.',
  });
  expect(reason('property')).toMatchObject({ verdict: 'untested' });
  expect(reason('link-first')).toMatchObject([{ id: 'nothing-made-alone' }]);
  expect(reason('property', { ...row, target: '' })).toMatchObject({ verdict: 'blocked' });
  expect(reason('property', { ...row, type: '["if"]' })).toMatchObject({ verdict: 'untested' });
  const shared = testBench({ settings: { share: { source: false } } });
  expect(checksFor('property', { bench: shared, row })).toMatchObject({
    reason: expect.stringContaining('edits travel one way'),
  });
  expect(checksFor('link-first', { bench: testBench({}) })).toMatchObject({
    reason: expect.stringContaining('promises of the kind "link-first" none fits this section'),
  });
});

test('What the settings leave open stands in the way of what is made, and not of what is merged', () => {
  const opening = { opening: 'conditional', mergeOn: ['name'] } as const;
  const [open, alone] = [testBench(opening), testBench({ opening: 'conditional' })];
  const { makes } = open;
  if (makes.kind !== 'never') throw new Error('the settings do not leave it open');
  const untested = { verdict: 'untested', reason: makes.obstacle };
  expect(makes.obstacle).toContain('The settings do not say what');
  expect(checksFor('conditional', { bench: open })).toEqual(untested);
  for (const kind of ['merge', 'link-first', 'both-ways', 'property'] as const) {
    expect(checksFor(kind, { bench: open }), kind).not.toHaveProperty('verdict');
  }
  expect(checksFor('merge', { bench: alone })).not.toHaveProperty('verdict');
  expect(checksFor('both-ways', { bench: alone })).toEqual(untested);
  expect(checksFor('property', { bench: alone })).toEqual(untested);
});

test('The title of the check of one-way sections names the side that is only read', () => {
  const { title } = allChecks.find(({ id }) => id === 'unshared-side-is-only-read') ?? {};
  const told = (share: SectionSettings['share']) =>
    title?.({ bench: testBench({ settings: share === undefined ? {} : { share } }) });
  expect(told({ source: false })).toContain(', and Acme Customers is read but never written');
  expect(told({ source: false, target: false })).toContain(
    ', and Acme Customers and Globex Contact is read but never written',
  );
});

test('Every check has an id and a sentence of its own among those of its kind', () => {
  const bench = testBench({});
  const [row] = bench.rows;
  for (const kind of requirementKinds) {
    const checks = allChecks.filter((check) => check.kind === kind);
    const titles = checks.map(({ title }) => title({ bench, ...(row && { row }) }));
    expect(titles.filter((title) => !/^\S+ \S+ .*[^.]$/.test(title))).toEqual([]);
    expect(titles.filter((title) => title.includes('undefined'))).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  }
});
