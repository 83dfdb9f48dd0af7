import type { Requirement } from '../../dataflow/dataflow.ts';
import type { ExaminedSection } from '../examined-section.ts';
import type { Finding } from '../finding.ts';

/** What stands in the way of keeping two linked records in sync, whatever their properties. */
export function keepingFindings(
  { section, source, target }: ExaminedSection,
  requirement: Requirement,
): readonly Finding[] {
  const unstamped = [
    { entity: section.source, contract: source },
    { entity: section.target, contract: target },
  ].filter(({ contract }) => contract.modifiedAt === undefined);
  const findings: Finding[] = unstamped.map(({ entity, contract }) => ({
    kind: 'no-modification-time',
    requirement: requirement.id,
    text: `${entity} records carry no modification time: changes are found by comparing all of them, and an edit counts as made when it is first seen.`,
    source: `contract, ${contract.name}`,
  }));
  if (section.properties.length > 0) return findings;
  return [
    ...findings,
    {
      kind: 'nothing-carried',
      requirement: requirement.id,
      text: 'The table names no property: what is kept is the link alone, and no edit travels because of this section.',
      source: `the document, line ${requirement.line}`,
    },
  ];
}
