import type { Instant } from '../../clock.ts';
import type { Value } from '../../value.ts';
import type { MappedRow, SectionPlan } from '../plan.ts';
import { type RecordRef, type RemoteRecord, ref } from '../record.ts';
import type { CreateIntent, Link, RowBase } from '../store/link.ts';
import { bearers } from './bearers.ts';

interface NewLink {
  readonly plan: SectionPlan;
  readonly source: RecordRef & Partial<RemoteRecord>;
  readonly target: RemoteRecord;
  /** By row key, what was sent; a row that was not sent is written through another record. */
  readonly sent: CreateIntent['sent'];
  /** When the target was seen as it is. */
  readonly now: Instant;
  /** Set where the target was found again: what is there may be a user's, not what was sent. */
  readonly found?: true;
}

/** The link of a counterpart that the engine created, with what each side stored as its base. */
export function linkOf({ plan, source, target, sent, now, found }: NewLink): Link {
  const base = plan.rows.map((row): [string, RowBase] => {
    const stored = target.properties[row.target] ?? null;
    const row_ = sent[row.key];
    if (row_ === undefined) return [row.key, agreedOn(row, stored)];
    return [row.key, found ? row_ : { source: row_.source, target: stored }];
  });
  return {
    section: plan.key,
    source: ref(source),
    target: ref(target),
    base: Object.fromEntries(base),
    known: { source: source.modifiedAt, target: target.modifiedAt },
    learnt: { source: now, target: now },
  };
}

export type Adoption =
  | { readonly kind: 'none' }
  | { readonly kind: 'adopted'; readonly link: Link }
  /** Nobody can tell yet: it is neither linked nor made again. */
  | { readonly kind: 'open'; readonly reason: string };

/** Looks for what an interrupted create may have made. */
export async function adopt(
  plan: SectionPlan,
  intent: CreateIntent,
  now: Instant,
): Promise<Adoption> {
  const { marker, source, sent } = intent;
  if (marker === undefined) {
    return {
      kind: 'open',
      reason: `it may already have a ${plan.entity.target}, and the settings name no marker to find it by`,
    };
  }
  const found = await bearers(plan.port.target, marker);
  const [target] = found;
  if (target === undefined) return { kind: 'none' };
  if (found.length === 1) {
    return { kind: 'adopted', link: linkOf({ plan, source, target, sent, now, found: true }) };
  }
  return {
    kind: 'open',
    reason: `${found.length} ${plan.entity.target} carry its marker: one of them has to go by hand`,
  };
}

/** As if the source had held the target's value before: whatever it holds now is then a change. */
function agreedOn(row: MappedRow, stored: Value): RowBase {
  return { source: row.conversion.toSource(stored, ''), target: stored };
}
