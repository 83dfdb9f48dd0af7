import type { RequirementKind } from '../../dataflow/dataflow.ts';
import { obstacleIn } from '../../dataflow/mapping.ts';
import { isSharedBothWays } from '../basis/shared-sides.ts';
import { accessChecks } from './access.ts';
import { adoptingChecks } from './adopting.ts';
import { batchChecks } from './batches.ts';
import { blindSpotChecks } from './blind-spots.ts';
import type { Check, Subject } from './check.ts';
import { companyChecks } from './companies.ts';
import { concurrentChecks } from './concurrent.ts';
import { conditionalChecks } from './conditional.ts';
import { conflictChecks } from './conflicts.ts';
import { consentChecks } from './consents.ts';
import { creationChecks } from './creation.ts';
import { crowdChecks } from './crowds.ts';
import { deathChecks } from './deaths.ts';
import { deletionMarkChecks } from './deletion-marks.ts';
import { deletionChecks } from './deletions.ts';
import { discretionChecks } from './discretion.ts';
import { editChecks } from './edits.ts';
import { erasureChecks } from './erasures.ts';
import { faultyWriteChecks } from './faulty-writes.ts';
import { keepingChecks } from './keeping.ts';
import { limitChecks } from './limits.ts';
import { lineChecks } from './lines.ts';
import { linkFirstChecks } from './link-first.ts';
import { listChecks } from './lists.ts';
import { memoryChecks } from './memories.ts';
import { mergingChecks } from './merging.ts';
import { notificationChecks } from './notifications.ts';
import { numberChecks } from './numbers.ts';
import { optionChecks } from './options.ts';
import { outageChecks } from './outages.ts';
import { parentChecks } from './parents.ts';
import { projectionChecks } from './projections.ts';
import { relatedChecks } from './related.ts';
import { sharingChecks } from './sharing.ts';
import { shrinkageChecks } from './shrinkage.ts';
import { staleSearchChecks } from './stale-search.ts';
import { stampFormChecks } from './stamp-forms.ts';
import { tooLongChecks } from './too-long.ts';
import { unmarkedChecks } from './unmarked.ts';
import { valueChecks } from './values.ts';

/** Every check there is. */
export const allChecks: readonly Check[] = [
  ...creationChecks,
  ...crowdChecks,
  ...batchChecks,
  ...deletionMarkChecks,
  ...erasureChecks,
  ...keepingChecks,
  ...concurrentChecks,
  ...outageChecks,
  ...projectionChecks,
  ...notificationChecks,
  ...editChecks,
  ...faultyWriteChecks,
  ...conflictChecks,
  ...valueChecks,
  ...numberChecks,
  ...lineChecks,
  ...optionChecks,
  ...consentChecks,
  ...conditionalChecks,
  ...linkFirstChecks,
  ...mergingChecks,
  ...adoptingChecks,
  ...staleSearchChecks,
  ...relatedChecks,
  ...parentChecks,
  ...limitChecks,
  ...sharingChecks,
  ...shrinkageChecks,
  ...deathChecks,
  ...deletionChecks,
  ...blindSpotChecks,
  ...listChecks,
  ...accessChecks,
  ...unmarkedChecks,
  ...memoryChecks,
  ...discretionChecks,
  ...companyChecks,
  ...stampFormChecks,
  ...tooLongChecks,
];

/** A requirement that no check is played for, and why. */
export interface Unchecked {
  readonly verdict: 'blocked' | 'untested';
  readonly reason: string;
}

/** The checks of a requirement, or what stands in their way. */
export function checksFor(kind: RequirementKind, subject: Subject): readonly Check[] | Unchecked {
  const obstacle = subject.row === undefined ? undefined : obstacleIn(subject.row);
  if (obstacle !== undefined) {
    const verdict = obstacle.owner === 'document' ? 'blocked' : 'untested';
    return { verdict, reason: obstacle.reason };
  }
  const unable = hindrance(kind, subject);
  if (unable !== undefined) return { verdict: 'untested', reason: unable };
  const checks = allChecks.filter(
    (check) =>
      check.kind === kind && (check.applies?.(subject) ?? true) && fitsShare(check, subject),
  );
  if (checks.length > 0) return checks;
  return {
    verdict: 'untested',
    reason: `Of the checks for promises of the kind "${kind}" none fits this section.`,
  };
}

/** Why nothing can be played on this section for promises of this kind. */
function hindrance(kind: RequirementKind, { bench }: Subject): string | undefined {
  const { makes, mergeOn } = bench;
  const obstacle = makes.kind === 'never' ? makes.obstacle : undefined;
  switch (kind) {
    case 'merge':
    case 'link-first':
      return undefined;
    case 'both-ways':
      return makes.kind === 'never' && mergeOn.length === 0 ? (obstacle ?? noWay) : undefined;
    case 'property':
      if (makes.kind === 'never' && mergeOn.length === 0) return obstacle ?? noWay;
      return isSharedBothWays(bench) ? undefined : oneWay;
    default:
      return obstacle;
  }
}

const noWay = 'The document says no way in which a link comes about.';
const oneWay =
  'The settings keep one side from being written: edits travel one way, which the checks of both ways show.';

/** Where one side is only read, a promise of both ways is held to the one check that knows of it. */
function fitsShare(check: Check, { bench }: Subject): boolean {
  return check.kind !== 'both-ways' || sharingChecks.includes(check) || isSharedBothWays(bench);
}
