import { describe, expect, test } from 'vitest';
import type { PropertyContract } from '../../checklist/contract.ts';
import { requirementKinds } from '../../dataflow/dataflow.ts';
import type { Side } from '../../settings.ts';
import { type TestSection, testBench } from '../test-bench.ts';
import { checksFor } from './registry.ts';

const text: Partial<PropertyContract> = { type: 'string' };

/** The checks that a section is held to, as `kind id`; a property's are those of its first row. */
function idsOf(given: TestSection): readonly string[] {
  const bench = testBench(given);
  const [row] = bench.rows;
  return requirementKinds.flatMap((kind) => {
    const checks = checksFor(kind, { bench, ...(kind === 'property' && row ? { row } : {}) });
    return 'verdict' in checks
      ? [`${kind} ${checks.verdict}`]
      : checks.map(({ id }) => `${kind} ${id}`);
  });
}

/** What a section is held to where it is like this, and else not; and the other way round. */
function difference(given: TestSection, than: TestSection = {}) {
  const [ids, others] = [idsOf(given), idsOf(than)];
  return {
    more: ids.filter((id) => !others.includes(id)),
    less: others.filter((id) => !ids.includes(id)),
  };
}

const both = (id: string) => [`${id}-source`, `${id}-target`];
const properties = (name: Partial<PropertyContract>) => ({ properties: { name, city: text } });

const ofKeys = [
  'merge match-is-linked',
  ...both('merge ambiguous').map((id) => `${id}-is-reported`),
];
const ofTextKeys = ['merge odd-keys-match', 'merge keys-differ-in-case'];
const ofOtherRows = both('merge empty').map((id) => `${id}-value-never-wins`);
const ofMatches = ['adopt-or-create first-sync-adopts', 'adopt-or-create match-made-meanwhile'];
const ofTexts = [
  ...both('property awkward-values-from'),
  'property rewritten-by-target',
  'property too-long-for-target',
];
const ofContests = [
  'property both-edited-source-last',
  'property both-edited-target-last',
  'property both-edited-in-one-moment',
  'property loss-outlives-death',
];
const ofStamps = (side: Side) => [
  'property both-edited-in-one-moment',
  `property unstamped-edit-of-${side}`,
  ...both('property clock-ahead'),
  `property restored-${side}`,
  `property stamp-forms-${side}`,
];
/** What asks an engine to find again what it may have made. */
const ofTraces = [
  ...['every', 'adopt-or-create'].flatMap((kind) => [
    `${kind} create-answer-lost`,
    `${kind} create-unavailable`,
  ]),
  'every dies-while-creating',
  'every memory-restored',
  'every reports-hold-no-secrets',
];
const refers = { kind: 'referred', property: 'a', section: 'A to B' } as const;
const ofReferences = ['every refers-to-the-counterpart', 'every refers-to-what-comes-late'];
const ofUntraced = ['every unmarked-create-is-held-back', 'every dies-while-creating-unmarked'];
const ofConsents = both('property opt-out-wins-over-later-yes-of');
const ofMergedConsents = both('property opt-out-survives-merging-with-yes-of');

describe('What a section is held to follows', () => {
  test.for<[what: string, given: TestSection, more: readonly string[], less: readonly string[]]>([
    ['keys that are read only', { ...properties({ readOnly: true }), mergeOn: ['name'] }, [], []],
    ['keys that say little', { ...properties({ type: 'list' }), mergeOn: ['name'] }, [], ofTexts],
    [
      'a key of text',
      { mergeOn: ['name'] },
      [...ofKeys, ...ofTextKeys, ...ofOtherRows, ...ofMatches],
      [],
    ],
    ['keys alone', { mergeOn: ['name', 'city'] }, [...ofKeys, ...ofTextKeys, ...ofMatches], []],
    ['records without a time on the source', { unstamped: 'source' }, [], ofStamps('source')],
    ['records without a time on the target', { unstamped: 'target' }, [], ofStamps('target')],
    ['values that are chosen', properties({ type: 'enum' }), [], [...ofContests, ...ofTexts]],
    ['values that are yes or no', properties({ type: 'boolean' }), [], [...ofContests, ...ofTexts]],
    ['values that are days', properties({ type: 'date' }), [], ofTexts],
    [
      'whole numbers',
      properties({ type: 'integer' }),
      both('property awkward-numbers-from'),
      ofTexts,
    ],
    ['fractions', properties({ type: 'decimal' }), both('property awkward-numbers-from'), ofTexts],
    [
      'a deletion that the source remembers',
      { offers: { source: ['tombstones'] } },
      ['every deletion-of-source-forgotten', 'every deletion-of-unlinked-source'],
      [],
    ],
    [
      'a deletion that the target remembers',
      { offers: { target: ['tombstones'] } },
      ['every deletion-of-target-forgotten', 'every deletion-of-unlinked-target'],
      [],
    ],
    ['a source that makes many at once', { offers: { source: ['batches'] } }, [], []],
    ['a target that notifies', { offers: { target: ['notifications'] } }, [], []],
    [
      'a limit in time',
      { settings: { limitedSince: 1 } },
      ['every untouched-since-stays-alone'],
      [],
    ],
    [
      'a limit without times',
      { settings: { limitedSince: 1 }, unstamped: 'source' },
      [],
      ofStamps('source'),
    ],
    ["another property's consent", { settings: { consent: ['city'] } }, [], []],
    [
      'a mark',
      { settings: { marker: 'name', provide: { name: { kind: 'marker', prefix: 'A-' } } } },
      [...ofTraces, 'both-ways other-company'],
      ofUntraced,
    ],
    [
      'a mark that is the same on all',
      { settings: { marker: 'name', provide: { name: { kind: 'constant', value: 'A' } } } },
      ofTraces,
      ofUntraced,
    ],
    ['a reference', { settings: { provide: { ref: refers } } }, ofReferences, []],
    [
      'a reference that is a value',
      { settings: { provide: { ref: { ...refers, target: 'name' } } } },
      [...ofReferences, 'every refers-to-what-is-not-shown-yet'],
      [],
    ],
    ['a copied value', { settings: { provide: { ref: { kind: 'copy', property: 'a' } } } }, [], []],
    [
      'values written elsewhere',
      { settings: { writeThrough: { name: { property: 'a', section: 'A to B' } } } },
      [],
      [
        'both-ways unmapped-edit-during-write-to-target',
        'both-ways mapped-edit-during-write-to-target',
      ],
    ],
  ])('%s', ([, given, more, less]) => {
    const found = difference(given);
    expect(found.more.toSorted()).toEqual(more.toSorted());
    expect(found.less.toSorted()).toEqual(less.toSorted());
  });

  test('its rows: what compares two wants two, and without one there is nothing to edit', () => {
    expect(difference({ properties: { name: text } }).less).toEqual([
      ...both('both-ways one-write-from'),
      ...both('both-ways mapped-edit-during-write-to'),
    ]);
    const { less } = difference({ properties: {} }, { properties: { name: text } });
    expect(less.filter((id) => !id.startsWith('property'))).toEqual([
      'conditional link-outlives-the-condition',
      'both-ways different-properties',
      ...both('both-ways unmapped-edit-during-write-to'),
      ...both('both-ways left-out-of-lists-of'),
      ...both('both-ways hidden'),
      'both-ways taken-back-after-death',
      'both-ways deleted-source-edited-target',
      'both-ways deleted-target-edited-source',
      'both-ways cut-lists',
    ]);
  });

  test('a source that notifies, and most of it where there are two rows', () => {
    const offers = { source: ['notifications'] } as const;
    expect(difference({ offers }).more).toHaveLength(6);
    const one = { properties: { name: text } };
    expect(difference({ ...one, offers }, one).more).toEqual(['every notified-before-listed']);
  });

  test('a target that makes many at once', () => {
    const { more, less } = difference({ offers: { target: ['batches'] } });
    expect(more.every((id) => id.startsWith('every batch-'))).toBe(true);
    expect(more).toHaveLength(4);
    expect(less).toEqual([
      'every create-refused-once',
      'every erased-before-it-was-carried',
      'adopt-or-create create-refused-once',
    ]);
  });

  test('a consent, and how its records come together', () => {
    const settings = { consent: ['name'] };
    const always = ['property opt-out-carried-at-create', ...ofConsents];
    const listed = 'property opt-out-survives-full-listing';
    const mergeOn = ['city'];
    expect(difference({ settings }).more).toEqual([...always, listed]);
    expect(difference({ settings, mergeOn }, { mergeOn }).more).toEqual([
      ...always,
      ...ofMergedConsents,
      listed,
    ]);
    const merging = { mergeOn, opening: 'link-first' } as const;
    expect(difference({ ...merging, settings }, merging).more).toEqual([
      ...ofMergedConsents,
      listed,
    ]);
  });

  test('a side that is only read: the promise of both ways has one check of its own', () => {
    const { more, less } = difference({ settings: { share: { source: false } } });
    expect(more).toEqual(['both-ways unshared-side-is-only-read', 'property untested']);
    expect(less.every((id) => /^(both-ways|property) /.test(id))).toBe(true);
    const ids = idsOf({ settings: { share: { source: false } } });
    expect(ids.filter((id) => id.startsWith('both-ways'))).toEqual([
      'both-ways unshared-side-is-only-read',
    ]);
  });
});
