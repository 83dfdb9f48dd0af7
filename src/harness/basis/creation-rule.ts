import { conditionOf } from '../../dataflow/condition.ts';
import type { RequirementKind, Section } from '../../dataflow/dataflow.ts';
import type { Referred, Settings } from '../../settings.ts';
import type { Properties } from '../../value.ts';

/** Which source records are promised a new counterpart, read from the document and the settings alone. */
export type CreationRule =
  | { readonly kind: 'always' }
  | { readonly kind: 'while'; readonly holds: (source: Properties) => boolean }
  /** Once a record of one of these sections refers to it and is linked itself. */
  | { readonly kind: 'related'; readonly by: readonly Referred[] }
  /** None, and what stands in the way where the document promises some. */
  | { readonly kind: 'never'; readonly obstacle?: string };

/** The rule of one section. */
export function creationRule(section: Section, settings: Settings): CreationRule {
  const { heading, requirements } = section;
  const own = settings.sections[heading] ?? {};
  const promises = (kind: RequirementKind): boolean =>
    requirements.some((each) => each.kind === kind);
  if (own.share?.target === false)
    return never('The settings keep the target side from being written: nothing is made there.');
  if (promises('every') || promises('adopt-or-create')) return { kind: 'always' };
  const conditional = requirements.find(({ kind }) => kind === 'conditional');
  if (conditional !== undefined) {
    const condition = conditionOf(conditional);
    const holds = settings.conditions[condition];
    if (holds !== undefined) return { kind: 'while', holds };
    return never(`The settings do not say what "${condition}" means.`);
  }
  if (!promises('created-by-relation')) return { kind: 'never' };
  const by = own.relatedBy;
  if (by !== undefined) return { kind: 'related', by };
  return never('The settings do not say which records refer to it.');
}

function never(obstacle: string): CreationRule {
  return { kind: 'never', obstacle };
}
