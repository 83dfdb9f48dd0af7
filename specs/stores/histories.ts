import fc from 'fast-check';
import type { StoreChange } from '../../src/sync/store/store.ts';
import type { Value } from '../../src/value.ts';

/** Few names, so that histories meet the same record again and again. */
export const names = {
  sections: ['A to B', 'A to C'],
  sources: ['1', '2', '\u0000å'],
  targets: ['x', 'y', '\ud800'],
  entities: ['A', 'B'],
  sides: ['source', 'target'],
} as const;

/** One step of a store's life. */
export type Step =
  | { readonly kind: 'commit'; readonly changes: readonly StoreChange[] }
  | { readonly kind: 'reopen' };

const section = fc.constantFrom(...names.sections);
const side = fc.constantFrom(...names.sides);
const entity = fc.constantFrom(...names.entities);
const source = fc.record({ id: fc.constantFrom(...names.sources) });
const target = fc.record(
  { id: fc.constantFrom(...names.targets), parent: fc.constantFrom('p', '') },
  { requiredKeys: ['id'] },
);
// JSON has no negative zero, and no API sends one.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0);
const text: fc.Arbitrary<string> = fc.string({ unit: 'binary', maxLength: 8 });
const value: fc.Arbitrary<Value> = fc.oneof(
  text,
  number,
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(text, number), { maxLength: 3 }),
);
const rows = fc.dictionary(
  fc.constantFrom('name', 'email', 'since'),
  fc.record({ source: value, target: value }),
);
const instant = fc.option(fc.nat(), { nil: undefined });

const lostKey = {
  section,
  source,
  row: fc.constantFrom('name', 'email'),
  lost: fc.constantFrom<Value[]>('a', '\u0000', 1, '1', null, ['a']),
};

const change: fc.Arbitrary<StoreChange> = fc.oneof(
  fc.record({
    kind: fc.constant('link' as const),
    link: fc.record(
      {
        section,
        source,
        target,
        base: rows,
        known: fc.record({ source: instant, target: instant }),
        learnt: fc.record({ source: instant, target: instant }),
        broken: side,
      },
      { requiredKeys: ['section', 'source', 'target', 'base', 'known'] },
    ),
  }),
  fc.record({
    kind: fc.constant('intent' as const),
    intent: fc.record(
      { section, source, at: fc.nat(), marker: fc.record({ property: text, value }), sent: rows },
      { requiredKeys: ['section', 'source', 'at', 'sent'] },
    ),
  }),
  fc.record({
    kind: fc.constant('pending' as const),
    pending: fc.record(
      {
        section,
        source,
        kind: fc.constantFrom('refused', 'failed', 'unknown', 'waiting'),
        reason: text,
        tried: text,
        attempts: fc.nat(),
        since: fc.nat(),
      },
      { requiredKeys: ['section', 'source', 'kind', 'reason', 'tried', 'attempts'] },
    ),
  }),
  fc.record({
    kind: fc.constant('lost' as const),
    value: fc.record({
      ...lostKey,
      target,
      winner: side,
      kept: value,
      at: fc.nat(),
      reported: fc.boolean(),
    }),
  }),
  fc.record({ kind: fc.constant('lost-done' as const), value: fc.record(lostKey) }),
  fc.record({
    kind: fc.constantFrom('intent-done', 'pending-done'),
    section,
    sourceId: fc.constantFrom(...names.sources),
  }),
  fc.record({
    kind: fc.constant('watermark' as const),
    watermark: fc.record({ side, entity, newest: instant, cyclesSinceSweep: fc.nat() }),
  }),
  fc.record({
    kind: fc.constant('seen' as const),
    side,
    entity,
    ids: fc.array(fc.constantFrom(...names.sources, ...names.targets), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('seen-done' as const), side, entity }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('commit' as const),
      changes: fc.array(change, { maxLength: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
);

/** Commits, of which some are refused, and reopenings; as plain objects, which is what stores give back. */
export const histories: fc.Arbitrary<readonly Step[]> = fc
  .array(step, { maxLength: 20 })
  .map((steps) => structuredClone(steps));
