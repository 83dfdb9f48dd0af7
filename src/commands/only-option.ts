import { visible } from '../dataflow/visible.ts';
import { SyncproofError } from '../errors.ts';

interface Identified {
  readonly id: string;
}

/** Refuses (`usage`) a part of a checklist, `requirement` or `requirement#check`, of a requirement that the document does not have. */
export function expectRequirement(
  sections: readonly { readonly requirements: readonly Identified[] }[],
  only: string,
): void {
  const ids = sections.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  if (ids.includes(only.split('#', 1).join())) return;
  throw new SyncproofError(
    'usage',
    `The document has no requirement "${visible(only)}": "syncproof read" lists their ids.`,
  );
}

/**
 * Refuses (`usage`) one check of a requirement that was asked for and not found among those that
 * were played: a run of nothing would end as if all was well.
 */
export function expectPlayed(
  played: readonly { readonly requirement: string; readonly check: Identified }[],
  only: string,
): void {
  const [requirement, id] = only.split('#', 2);
  if (id === undefined) return;
  if (played.some((each) => each.requirement === requirement && each.check.id === id)) return;
  throw new SyncproofError(
    'usage',
    `There is no check "${visible(only)}": the report of a run with --only ${visible(requirement ?? '')} lists them.`,
  );
}
