import type { Instant } from '../../clock.ts';
import type { Side } from '../../settings.ts';
import type { RemoteRecord } from '../record.ts';
import type { Link } from '../store/link.ts';

type Known = Pick<Link, 'known' | 'learnt'>;

/** A record as one side has just answered it, and when, by the engine's clock. */
interface Answered {
  readonly side: Side;
  readonly record: RemoteRecord;
  readonly now: Instant;
}

/**
 * Whether an answer comes from a replica that lags behind what is known. Once every replica must
 * show what is known, an older stamp is none of a replica's: the system's stamps went back.
 */
export function isStale(
  { known, learnt }: Known,
  { side, record, now }: Answered,
  overlapMs: Instant,
): boolean {
  const since = learnt?.[side];
  return (
    hasGoneBack({ known }, { side, record }) && (since === undefined || now - since <= overlapMs)
  );
}

/** Whether a record's stamp is older than the newest that is known of it. */
export function hasGoneBack(
  { known }: Pick<Known, 'known'>,
  { side, record: { modifiedAt } }: Pick<Answered, 'side' | 'record'>,
): boolean {
  const newest = known[side];
  return modifiedAt !== undefined && newest !== undefined && modifiedAt < newest;
}

/** What is known once a record that is not stale has been answered. */
export function learning({ known, learnt }: Known, { side, record, now }: Answered): Known {
  const stamp = record.modifiedAt;
  if (stamp === undefined || stamp === known[side]) return learnt ? { known, learnt } : { known };
  const before = learnt ?? { source: undefined, target: undefined };
  return { known: { ...known, [side]: stamp }, learnt: { ...before, [side]: now } };
}
