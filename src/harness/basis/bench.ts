import type { EntityContract, Offer, PropertyContract } from '../../checklist/contract.ts';
import type { Dataflow, MergeRow, PropertyRow, Section } from '../../dataflow/dataflow.ts';
import { entityName } from '../../dataflow/entity-name.ts';
import { SyncproofError } from '../../errors.ts';
import type { SectionSettings, Side } from '../../settings.ts';
import type { World } from '../world.ts';
import { type CreationRule, creationRule } from './creation-rule.ts';
import type { RecordName } from './record-name.ts';

/** One section of the document as the harness handles it: names resolved, settings at hand. */
export interface Bench {
  readonly section: Section;
  /** The entities without their systems' names. */
  readonly entity: Readonly<Record<Side, string>>;
  /** The systems' names. */
  readonly system: Readonly<Record<Side, string>>;
  readonly rows: readonly PropertyRow[];
  readonly settings: SectionSettings;
  /** Which source records are promised a new counterpart. */
  readonly makes: CreationRule;
  /** The rows on any one of which existing records are linked. */
  readonly mergeOn: readonly MergeRow[];
  /** Whether each side's records carry a modification time. */
  readonly stamped: Readonly<Record<Side, boolean>>;
  /** What each side's API can do beside reading and writing single records. */
  readonly offers: Readonly<Record<Side, ReadonlySet<Offer>>>;
  /** A property of one side as its API describes it. */
  property(side: Side, name: string): PropertyContract | undefined;
}

type Known = Pick<World, 'dataflow' | 'settings' | 'contracts'>;

/** The benches of all sections, in the document's order. */
export function benches(world: Known): readonly Bench[] {
  return world.dataflow.sections.map((section) => benchOf(world, section));
}

/** The bench of the section with this heading. Refuses (`check`) one that the document does not have. */
export function benchAt(all: readonly Bench[], heading: string): Bench {
  const found = all.find(({ section }) => section.heading === heading);
  if (found !== undefined) return found;
  throw new SyncproofError('check', `the document has no section "${heading}"`);
}

function benchOf({ dataflow, settings, contracts }: Known, section: Section): Bench {
  const entity = {
    source: nameOf(dataflow, section, 'source'),
    target: nameOf(dataflow, section, 'target'),
  };
  const contract = (side: Side): EntityContract | undefined =>
    contracts[side].entities.find(({ name }) => name === entity[side]);
  return {
    section,
    entity,
    system: { source: contracts.source.system, target: contracts.target.system },
    rows: section.properties,
    settings: settings.sections[section.heading] ?? {},
    makes: creationRule(section, settings),
    mergeOn: section.mergeOn.filter(({ source, target }) => source !== '' && target !== ''),
    stamped: {
      source: contract('source')?.modifiedAt !== undefined,
      target: contract('target')?.modifiedAt !== undefined,
    },
    offers: {
      source: new Set(contracts.source.offers),
      target: new Set(contracts.target.offers),
    },
    property: (side, name) => contract(side)?.properties.find((each) => each.name === name),
  };
}

function nameOf(dataflow: Dataflow, section: Section, side: Side): string {
  return entityName({ entity: section[side], system: dataflow[side] });
}

/** Names a record of one side of a section. */
export function recordName(bench: Bench, side: Side, id: string): RecordName {
  return { system: bench.system[side], entity: bench.entity[side], id };
}

/** The same, for people: `Acme Orders 7`. */
export function inWords({ system, entity, id }: RecordName): string {
  return `${system === '' ? '' : `${system} `}${entity} ${id}`;
}
