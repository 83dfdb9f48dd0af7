import type { EntityContract, PropertyContract, SystemContract } from '../../checklist/contract.ts';
import type { Dataflow, PropertyRow, Requirement, Section } from '../../dataflow/dataflow.ts';
import { entityName } from '../../dataflow/entity-name.ts';
import type { Side } from '../../settings.ts';
import type { Leaning } from './model.ts';

type Contracts = Readonly<Record<Side, SystemContract>>;

/**
 * What each requirement leans on that was chosen by us, by requirement id: a row on its two
 * properties, any other promise on whatever of its two entities is mapped, required, or says when
 * a record was modified.
 */
export function leaningsOf(
  dataflow: Dataflow,
  contracts: Contracts,
): Readonly<Record<string, readonly Leaning[]>> {
  return Object.fromEntries(
    dataflow.sections.flatMap((section) => {
      const [source, target] = (['source', 'target'] as const).map((side) =>
        assumedOf(section, { side, system: dataflow[side], contracts }),
      );
      return section.requirements.map((requirement) => {
        const rows = rowsOf(section, requirement);
        const own = requirement.kind === 'property';
        return [
          requirement.id,
          [
            ...concerned(source, { own, mapped: rows.map((row) => row.source) }),
            ...concerned(target, { own, mapped: rows.map((row) => row.target) }),
          ],
        ];
      });
    }),
  );
}

interface AssumedFacts {
  readonly entity: EntityContract;
  readonly properties: readonly (PropertyContract & { readonly assumed: string })[];
}

function assumedOf(
  section: Section,
  of: { readonly side: Side; readonly system: string; readonly contracts: Contracts },
): AssumedFacts | undefined {
  const name = entityName({ entity: section[of.side], system: of.system });
  const entity = of.contracts[of.side].entities.find((each) => each.name === name);
  if (entity === undefined) return undefined;
  const properties = entity.properties.flatMap((property) =>
    property.assumed === undefined ? [] : [{ ...property, assumed: property.assumed }],
  );
  return { entity, properties };
}

function rowsOf({ properties }: Section, { kind, line }: Requirement): readonly PropertyRow[] {
  return kind === 'property' ? properties.filter((row) => row.line === line) : properties;
}

interface Concern {
  /** Whether only the mapped properties count. */
  readonly own: boolean;
  readonly mapped: readonly string[];
}

function concerned(facts: AssumedFacts | undefined, { own, mapped }: Concern): readonly Leaning[] {
  if (facts === undefined) return [];
  const { entity, properties } = facts;
  return properties
    .filter(
      ({ name, required }) =>
        mapped.includes(name) || (!own && (required || name === entity.modifiedAt)),
    )
    .map(({ name, assumed }) => ({ subject: `${entity.name}.${name}`, text: assumed }));
}
