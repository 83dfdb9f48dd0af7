import type { Section } from '../dataflow/dataflow.ts';
import type { SectionSettings } from '../settings.ts';
import type { EntityContract } from './contract.ts';

/** One section beside what the two APIs know of its entities. */
export interface ExaminedSection {
  readonly section: Section;
  readonly source: EntityContract;
  readonly target: EntityContract;
  /** The target entities of all sections, by their names without the system's. */
  readonly targets: ReadonlySet<string>;
  readonly settings: SectionSettings;
}
