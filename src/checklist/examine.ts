import type { Dataflow, PropertyRow, Requirement, Section } from '../dataflow/dataflow.ts';
import { entityName } from '../dataflow/entity-name.ts';
import type { Settings, Side } from '../settings.ts';
import type { EntityContract, SystemContract } from './contract.ts';
import type { ExaminedSection } from './examined-section.ts';
import type { Finding } from './finding.ts';
import { creationFindings } from './findings/creation.ts';
import { keepingFindings } from './findings/keeping.ts';
import { rowFindings } from './findings/row.ts';

/** What findings are looked for in. */
export interface Examination {
  readonly dataflow: Dataflow;
  readonly contracts: Readonly<Record<Side, SystemContract>>;
  readonly settings: Settings;
}

/** Holds every requirement against the contracts, before anything runs. In the document's order. */
export function examine(examination: Examination): readonly Finding[] {
  return examination.dataflow.sections.flatMap((section) => {
    const examined = withContracts(examination, section);
    if ('kind' in examined) return [examined];
    return section.requirements.flatMap((requirement) => examineOne(examined, requirement));
  });
}

function examineOne(examined: ExaminedSection, requirement: Requirement): readonly Finding[] {
  switch (requirement.kind) {
    case 'every':
    case 'conditional':
    case 'created-by-relation':
    case 'adopt-or-create':
      return creationFindings(examined, requirement);
    case 'both-ways':
      return keepingFindings(examined, requirement);
    case 'property': {
      const row = rowOf(examined.section, requirement);
      return row === undefined ? [] : rowFindings(examined, requirement, row);
    }
    case 'link-first':
    case 'merge':
      return [];
  }
}

/** The row of the property table that a `property` requirement stands for. */
function rowOf(section: Section, requirement: Requirement): PropertyRow | undefined {
  return section.properties.find(({ line }) => line === requirement.line);
}

function withContracts(
  { dataflow, contracts, settings }: Examination,
  section: Section,
): ExaminedSection | Finding {
  const find = (side: Side): EntityContract | undefined => {
    const name = entityName({ entity: section[side], system: dataflow[side] });
    return contracts[side].entities.find((entity) => entity.name === name);
  };
  const source = find('source');
  const target = find('target');
  if (source !== undefined && target !== undefined) {
    const targets = new Set(
      dataflow.sections.map((other) =>
        entityName({ entity: other.target, system: dataflow.target }),
      ),
    );
    return { section, source, target, targets, settings: settings.sections[section.heading] ?? {} };
  }
  return {
    kind: 'unknown-entity',
    requirement: section.requirements[0]?.id ?? section.heading,
    text: `The contract of ${source === undefined ? dataflow.source : dataflow.target} has no entity for "${source === undefined ? section.source : section.target}".`,
    source: 'contract',
  };
}
