import type { CheckResult, SectionResult } from '../../result/model.ts';
import type { Lanes } from './timeline.ts';

/** A check where it stands: what its place in the document adds to it. */
export interface PlacedCheck {
  /** Id of the requirement that it shows. */
  readonly requirement: string;
  readonly lanes: Lanes;
  readonly check: CheckResult;
}

/** The checks of a section, in order. */
export function placedChecks(section: SectionResult): readonly PlacedCheck[] {
  const { requirements, source, target } = section;
  const lanes = { source, engine: 'engine', target };
  return requirements.flatMap(({ id, checks }) =>
    checks.map((check) => ({ requirement: id, lanes, check })),
  );
}
