import type { Result } from '../result/model.ts';
import { moment } from '../text/moment.ts';
import type { CheckChange } from './check-change.ts';
import type { Comparison, Group, Item, Pair } from './comparison.ts';
import { fateWords } from './fate-words.ts';
import { type Fate, fates } from './fates.ts';
import type { RequirementChange, ResultsDiff } from './results-diff.ts';
import { type Slower, slowerFloorMs, slowerRatio } from './slower.ts';

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
    return count === 0 ? [] : [`${count} ${fateWords[fate].count}`];
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
    pair('Started', ({ run }) => moment(run.started)),
    pair('syncproof', ({ run }) => run.version),
  ];
}

function fateGroup(fate: Fate, changes: readonly RequirementChange[]): readonly Group[] {
  const items = changes.filter((change) => change.fate === fate).map(itemOf);
  const { heading, note } = fateWords[fate];
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
