import type { Side } from '../../src/settings.ts';
import type { CreateIntent, Link, Pending, Watermark } from '../../src/sync/store/link.ts';
import type { LostKey, LostValue } from '../../src/sync/store/lost-value.ts';
import type { StoreChange } from '../../src/sync/store/store.ts';

/** What a store holds, as plain lists: slow, and plainly right. */
export interface Model {
  readonly links: readonly Link[];
  readonly intents: readonly CreateIntent[];
  readonly pending: readonly Pending[];
  readonly lost: readonly LostValue[];
  readonly watermarks: readonly Watermark[];
  readonly seen: readonly Seen[];
}

interface Seen {
  readonly side: Side;
  readonly entity: string;
  readonly ids: readonly string[];
}

/** A store in which nothing was stored yet. */
export const nothing: Model = {
  links: [],
  intents: [],
  pending: [],
  lost: [],
  watermarks: [],
  seen: [],
};

/** The model after a commit, which takes place as a whole or, as `undefined` says, not at all. */
export function after(model: Model, changes: readonly StoreChange[]): Model | undefined {
  return changes.reduce<Model | undefined>((so, change) => so && changed(so, change), model);
}

function changed(model: Model, change: StoreChange): Model | undefined {
  switch (change.kind) {
    case 'link':
      if (model.links.some((link) => repoints(link, change.link))) return undefined;
      return { ...model, links: put(model.links, change.link, ofSameSource) };
    case 'intent':
      return { ...model, intents: put(model.intents, change.intent, ofSameSource) };
    case 'pending':
      return { ...model, pending: put(model.pending, change.pending, ofSameSource) };
    case 'lost':
      return { ...model, lost: put(model.lost, change.value, isSameLoss) };
    case 'lost-done':
      return { ...model, lost: model.lost.filter((one) => !isSameLoss(one, change.value)) };
    case 'watermark':
      return { ...model, watermarks: put(model.watermarks, change.watermark, ofSameEntity) };
    case 'intent-done':
      return { ...model, intents: model.intents.filter((one) => !isOf(one, change)) };
    case 'pending-done':
      return { ...model, pending: model.pending.filter((one) => !isOf(one, change)) };
    case 'seen':
      return { ...model, seen: [...model.seen, change] };
    case 'seen-done':
      return { ...model, seen: model.seen.filter((one) => !ofSameEntity(one, change)) };
  }
}

type OfSource = Pick<Pending, 'section' | 'source'>;
type OfEntity = Pick<Watermark, 'side' | 'entity'>;

/** In the place of the one that is the same, or at the end. */
function put<T>(all: readonly T[], item: T, same: (one: T, other: T) => boolean): readonly T[] {
  const known = all.some((one) => same(one, item));
  return known ? all.map((one) => (same(one, item) ? item : one)) : [...all, item];
}

function ofSameSource(one: OfSource, other: OfSource): boolean {
  return one.section === other.section && one.source.id === other.source.id;
}

function ofSameEntity(one: OfEntity, other: OfEntity): boolean {
  return one.side === other.side && one.entity === other.entity;
}

function isSameLoss(one: LostKey, other: LostKey): boolean {
  const sameValue = JSON.stringify(one.lost) === JSON.stringify(other.lost);
  return ofSameSource(one, other) && one.row === other.row && sameValue;
}

function isOf(
  { section, source }: OfSource,
  done: { readonly section: string; readonly sourceId: string },
): boolean {
  return section === done.section && source.id === done.sourceId;
}

function repoints(known: Link, link: Link): boolean {
  const sameSource = known.source.id === link.source.id;
  const sameTarget = known.target.id === link.target.id;
  return known.section === link.section && sameSource !== sameTarget;
}
