import type { Requirement } from '../../dataflow/dataflow.ts';
import type { ParentKey, Provided, Referred } from '../../settings.ts';
import type { PropertyContract } from '../contract.ts';
import type { ExaminedSection } from '../examined-section.ts';
import type { Finding } from '../finding.ts';

/** What a new counterpart needs and the document does not give: its parent and its required values. */
export function creationFindings(
  examined: ExaminedSection,
  requirement: Requirement,
): readonly Finding[] {
  const { section, target } = examined;
  const mapped = new Set(section.properties.map((row) => row.target));
  const required = target.properties.filter(
    (property) => property.required && !property.readOnly && !mapped.has(property.name),
  );
  const values = required.map((property) => requiredFinding(examined, requirement, property));
  const parent = parentFinding(examined, requirement);
  return parent === undefined ? values : [parent, ...values];
}

function parentFinding(
  { section, target, settings }: ExaminedSection,
  requirement: Requirement,
): Finding | undefined {
  if (target.parent === undefined) return undefined;
  const key = settings.parent;
  return {
    kind: 'parent-unmapped',
    requirement: requirement.id,
    text: `A new ${section.target} record is written below one of ${target.parent}, and the document does not say which.`,
    ...(key === undefined ? {} : { settled: `the settings name the ${parentInWords(key)}` }),
    source: `contract, ${target.name}`,
  };
}

function parentInWords(parent: ParentKey | Referred): string {
  return 'section' in parent
    ? `counterpart, in "${parent.section}", of the record that its ${parent.property} refers to`
    : `${parent.entity} whose ${parent.property} is ${parent.value}`;
}

function requiredFinding(
  { section, settings, target }: ExaminedSection,
  requirement: Requirement,
  property: PropertyContract,
): Finding {
  const provided = settings.provide?.[property.name];
  return {
    kind: 'required-unmapped',
    requirement: requirement.id,
    text: `A new ${section.target} record needs a value for ${property.name}, and the document maps nothing to it.`,
    ...(provided === undefined ? {} : { settled: `the settings give it ${inWords(provided)}` }),
    source: `contract, ${target.name}.${property.name}`,
    ...(property.assumed === undefined ? {} : { assumed: property.assumed }),
  };
}

function inWords(provided: Provided): string {
  switch (provided.kind) {
    case 'constant':
      return `the value ${JSON.stringify(provided.value)}`;
    case 'copy':
      return `the source's ${provided.property}, when the counterpart is created`;
    case 'marker':
      return `the source's id behind "${provided.prefix}"`;
    case 'linked':
      return `the ${provided.property} of the counterpart in "${provided.section}"`;
    case 'referred':
      return `the ${provided.target ?? 'id'} of the counterpart, in "${provided.section}", of the record that its ${provided.property} refers to`;
  }
}
