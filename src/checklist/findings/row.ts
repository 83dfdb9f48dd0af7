import type { PropertyRow, Requirement } from '../../dataflow/dataflow.ts';
import type { EntityContract, PropertyContract } from '../contract.ts';
import type { ExaminedSection } from '../examined-section.ts';
import type { Finding } from '../finding.ts';

interface Cell {
  readonly entity: string;
  readonly contract: EntityContract;
  readonly name: string;
}

/** A cell whose property the API has. */
interface Known extends Cell {
  readonly property: PropertyContract;
}

/** What the two APIs say against carrying one row both ways. */
export function rowFindings(
  examined: ExaminedSection,
  requirement: Requirement,
  row: PropertyRow,
): readonly Finding[] {
  const { section, source, target } = examined;
  const from = known({ entity: section.source, contract: source, name: row.source });
  const to = known({ entity: section.target, contract: target, name: row.target });
  if (!('property' in from && 'property' in to)) {
    return [from, to]
      .filter((cell) => !('property' in cell))
      .map((cell) => unknownFinding(requirement, cell));
  }
  const cells = [from, to];
  return [
    ...cells.flatMap((cell) => readOnlyFinding(examined, requirement, cell)),
    ...cells.flatMap((cell) => coupledFinding(examined, requirement, cell)),
    // A row travels both ways, so each side must be able to hold what the other can.
    ...holdFinding(requirement, from, to),
    ...holdFinding(requirement, to, from),
  ];
}

function known(cell: Cell): Cell | Known {
  const property = cell.contract.properties.find(({ name }) => name === cell.name);
  return property === undefined ? cell : { ...cell, property };
}

function unknownFinding(requirement: Requirement, { entity, contract, name }: Cell): Finding {
  return {
    kind: 'unknown-property',
    requirement: requirement.id,
    text: `${entity} has no property ${name === '' ? '(the cell is empty)' : name}.`,
    source: `contract, ${contract.name}`,
  };
}

function readOnlyFinding(
  { settings }: ExaminedSection,
  requirement: Requirement,
  cell: Known,
): readonly Finding[] {
  const { property } = cell;
  if (!property.readOnly) return [];
  const through = settings.writeThrough?.[cell.name];
  return [
    {
      kind: 'read-only',
      requirement: requirement.id,
      text: `${cell.name} of ${cell.entity} is read-only: an edit on the other side cannot be written there.`,
      ...(through === undefined
        ? {}
        : {
            settled: `the settings write it through: ${through.property} of the counterpart in "${through.section}"`,
          }),
      source: `contract, ${cell.entity}.${cell.name}`,
      ...(property.assumed === undefined ? {} : { assumed: property.assumed }),
    },
  ];
}

function coupledFinding(
  { targets }: ExaminedSection,
  requirement: Requirement,
  cell: Known,
): readonly Finding[] {
  const coupling = cell.property.coupledTo;
  if (coupling === undefined) return [];
  const also = targets.has(coupling.entity)
    ? ', which another section of this document keeps in sync by its own rules'
    : '';
  return [
    {
      kind: 'coupled',
      requirement: requirement.id,
      text: `${cell.name} of ${cell.entity} is the ${coupling.property} of the ${coupling.entity} whose ${coupling.theirKey} is its ${coupling.ownKey}${also}. Writing it renames that record everywhere it is shown.`,
      source: `contract, ${cell.entity}.${cell.name}`,
    },
  ];
}

function holdFinding(requirement: Requirement, from: Known, to: Known): readonly Finding[] {
  const [given, taken] = [from.property, to.property];
  const why = typeMismatch(given, taken) ?? tooShort(given, taken);
  if (why === undefined) return [];
  return [
    {
      kind: 'cannot-hold',
      requirement: requirement.id,
      text: `${to.name} of ${to.entity} cannot hold all that ${from.name} of ${from.entity} can: ${why}.`,
      source: `contract, ${to.entity}.${to.name}`,
      ...(given.assumed === undefined ? {} : { assumed: given.assumed }),
    },
  ];
}

/** Every other type has a spelling as text; nothing else is taken to fit another type. */
function typeMismatch(given: PropertyContract, taken: PropertyContract): string | undefined {
  if (given.type === taken.type || taken.type === 'string') return undefined;
  if (given.type === 'integer' && taken.type === 'decimal') return undefined;
  return `one is a ${given.type}, the other a ${taken.type}`;
}

function tooShort(given: PropertyContract, taken: PropertyContract): string | undefined {
  if (taken.maxLength === undefined || given.type !== 'string') return undefined;
  if ((given.maxLength ?? Number.POSITIVE_INFINITY) <= taken.maxLength) return undefined;
  const limit = given.maxLength === undefined ? 'no known limit' : `up to ${given.maxLength}`;
  return `it takes ${taken.maxLength} characters, the other ${limit}`;
}
