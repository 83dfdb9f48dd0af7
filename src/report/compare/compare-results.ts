import type { Result } from '../model.ts';
import type { CheckChange } from './check-change.ts';
import type { Comparison, Group, Item, Pair } from './comparison.ts';
import { type Fate, fates } from './fate.ts';
import type { RequirementChange, ResultsDiff } from './results-diff.ts';
import { type Slower, slowerFloorMs, slowerRatio } from './slower.ts';

interface FateWords {
  /** In a sentence, after a count. */
  readonly count: string;
  readonly heading: string;
  readonly note?: string;
}

const words: Readonly<Record<Fate, FateWords>> = {
  'newly-failed': { count: 'newly failed', heading: 'Newly failed' },
  'newly-open': { count: 'no longer tested', heading: 'Newly untested or blocked' },
  'new-failed': { count: 'new and not kept', heading: 'New promises that are not kept' },
  new: { count: 'new', heading: 'New promises' },
  'still-failing': { count: 'still failing', heading: 'Still failing' },
  'not-shown-fixed': {
    count: 'not shown to be fixed',
    heading: 'Passed, but not shown to be fixed',
    note: 'A check that failed is gone, or was not played to its end.',
  },
  'newly-waived': { count: 'newly waived', heading: 'Newly waived' },
  fixed: { count: 'fixed', heading: 'Fixed' },
  'newly-passed': { count: 'newly passed', heading: 'Newly passed' },
  'still-open': {
    count: 'untested in another way',
    heading: 'Still not tested, for another reason',
  },
  'other-checks': { count: 'checked otherwise', heading: 'As before, but not by the same checks' },
  gone: { count: 'gone', heading: 'Gone promises', note: 'Gone is not fixed.' },
};

interface Results {
  readonly before: Result;
  readonly after: Result;
  readonly diff: ResultsDiff;
}

/** What is different between two results, in plain words. */
export function compareResults({ before, after, diff }: Results): Comparison {
  return {
    title: after.document.title,
    sentence: sentenceOf(diff),
    isWorse: diff.isWorse,
    identity: identityOf(before, after),
    groups: [...fates.flatMap((fate) => fateGroup(fate, diff.changes)), ...slowGroup(diff.slower)],
  };
}

function sentenceOf({ changes, slower, isWorse }: ResultsDiff): string {
  const counts = fates.flatMap((fate) => {
    const count = changes.filter((change) => change.fate === fate).length;
    return count === 0 ? [] : [`${count} ${words[fate].count}`];
  });
  const slow = slower.length === 0 ? [] : [`${slower.length} slower`];
  const all = [...counts, ...slow];
  if (all.length === 0) return 'No change.';
  return `${isWorse ? 'Worse' : 'Not worse'}: ${all.join(', ')}.`;
}

function identityOf(before: Result, after: Result): readonly Pair[] {
  const pair = (name: string, of: (result: Result) => string): Pair => ({
    name,
    before: of(before),
    after: of(after),
  });
  return [
    pair('Result', ({ sentence }) => sentence),
    pair('Document', ({ document }) => document.digest.slice(0, 12)),
    pair('Engine', ({ run }) => run.engine),
    pair('Seed', ({ run }) => String(run.seed)),
    pair('Started', ({ run }) => run.started),
    pair('syncproof', ({ run }) => run.version),
  ];
}

function fateGroup(fate: Fate, changes: readonly RequirementChange[]): readonly Group[] {
  const items = changes.filter((change) => change.fate === fate).map(itemOf);
  const { heading, note } = words[fate];
  if (items.length === 0) return [];
  return [{ heading, ...(note === undefined ? {} : { note }), items }];
}

function itemOf({ id, text, before, after, checks }: RequirementChange): Item {
  const [was, is] = [before, after].map((of) => of && `${of.verdict}: ${of.reason}`);
  return {
    words: text,
    place: id,
    ...(was === undefined || was === is ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
    details: checks.map(checkInWords),
  };
}

function checkInWords({ id, title, before, after }: CheckChange): string {
  const was = before ?? 'new';
  return `${id}: ${was} → ${after ?? 'gone'} (${title})`;
}

function slowGroup(slower: readonly Slower[]): readonly Group[] {
  if (slower.length === 0) return [];
  const items = slower.map(({ requirement, check, title, beforeMs, afterMs }) => ({
    words: title,
    place: `${requirement}#${check}`,
    before: `${beforeMs} ms`,
    after: `${afterMs} ms`,
    details: [],
  }));
  const note = `Passed both times, took at least ${slowerRatio} times as long and ${slowerFloorMs} ms more. Times are measured, and differ from machine to machine.`;
  return [{ heading: 'Slower', note, items }];
}
