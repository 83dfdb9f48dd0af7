import type { CreateIntent, Link, Pending, Watermark } from '../../src/sync/store/link.ts';
import type { LostValue } from '../../src/sync/store/lost-value.ts';
import type { StoreChange } from '../../src/sync/store/store.ts';

/** The section to which samples belong that name none. */
export const section = 'Contact to Customer';

/** A link of the source record `s` and `n` with the target record `t` and `n`. */
export function sampleLink(n: number, some: Partial<Link> = {}): Link {
  return {
    section,
    source: { id: `s${n}` },
    target: { id: `t${n}`, parent: 'p1' },
    base: {
      name: { source: `Name ${n}`, target: `name ${n}` },
      since: { source: null, target: 0 },
    },
    known: { source: 1_767_600_000_000 + n, target: undefined },
    ...some,
  };
}

/** The intent to create the counterpart of the source record `s` and `n`. */
export function sampleIntent(n: number): CreateIntent {
  return {
    section,
    source: { id: `s${n}` },
    at: 1_767_600_000_000,
    marker: { property: 'code', value: `c-${n}` },
    sent: { tags: { source: ['a', 1], target: ['a', 1] } },
  };
}

/** What has not arrived of the source record `s` and `n`. */
export function samplePending(n: number, some: Partial<Pending> = {}): Pending {
  return {
    section,
    source: { id: `s${n}` },
    kind: 'refused',
    reason: 'the name is too long',
    tried: '{"name":"…"}',
    attempts: 1,
    ...some,
  };
}

/** A value that the source record `s` and `n` has lost. */
export function sampleLost(n: number, some: Partial<LostValue> = {}): LostValue {
  return {
    section,
    source: { id: `s${n}` },
    target: { id: `t${n}`, parent: 'p1' },
    row: 'email=emailAddress',
    winner: 'target',
    kept: 'kept@x.no',
    lost: 'lost@x.no',
    at: 1_767_600_000_000,
    reported: false,
    ...some,
  };
}

/** A watermark that has seen a stamp. */
export const sampleWatermark: Watermark = {
  side: 'source',
  entity: 'Contact',
  newest: 1_767_600_000_000,
  cyclesSinceSweep: 3,
};

/** The changes that link samples. */
export function linkChanges(numbers: readonly number[]): readonly StoreChange[] {
  return numbers.map((n) => ({ kind: 'link', link: sampleLink(n) }));
}
