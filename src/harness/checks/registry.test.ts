import { expect, test } from 'vitest';
import {
  type PropertyRow,
  type RequirementKind,
  requirementKinds,
} from '../../dataflow/dataflow.ts';
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

test('Every check has an id and a sentence of its own among those of its kind', () => {
  const bench = testBench({});
  const [row] = bench.rows;
  for (const kind of requirementKinds) {
    const checks = allChecks.filter((check) => check.kind === kind);
    const titles = checks.map(({ title }) => title({ bench, ...(row && { row }) }));
    expect(titles.filter((title) => !/^\S+ \S+ .*[^.]$/.test(title))).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  }
});
