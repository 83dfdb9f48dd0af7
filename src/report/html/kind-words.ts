import type { FindingKind } from '../../checklist/finding.ts';
import type { RequirementKind } from '../../dataflow/dataflow.ts';

/** What a finding is about, as the line above it. */
export const findingWords: Readonly<Record<FindingKind, string>> = {
  'unknown-entity': 'The API has no such entity',
  'unknown-property': 'The API has no such property',
  'read-only': 'Cannot be written',
  'cannot-hold': 'The target cannot hold every value',
  'required-unmapped': 'Required, but nothing is mapped to it',
  'parent-unmapped': 'Written below a parent that the document does not name',
  coupled: 'The value lives in another record',
  'no-modification-time': 'No modification time',
  'nothing-carried': 'No property is carried',
};

/** What sort of promise a requirement is. */
export const requirementWords: Readonly<Record<RequirementKind, string>> = {
  every: 'every record',
  conditional: 'on a condition',
  'link-first': 'link first',
  merge: 'merge',
  'created-by-relation': 'created by a relation',
  'adopt-or-create': 'adopt or create',
  'both-ways': 'both ways',
  property: 'property',
};
