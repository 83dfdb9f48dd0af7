import type { PropertyContract } from '../../checklist/contract.ts';
import type { Side } from '../../settings.ts';
import type { Bench } from '../basis/bench.ts';
import type { Stage } from '../stage/stage.ts';

/**
 * Properties of one side's entity that people edit and that no section carries, provides or
 * writes through: whatever the engine does to them, it was never asked to.
 */
export function unmappedProperties(
  { bench, benches, world }: Pick<Stage, 'bench' | 'benches' | 'world'>,
  side: Side,
): readonly string[] {
  const named = new Set(
    benches.flatMap((each) => namedIn(benches, { bench: each, of: bench, side })),
  );
  const contract = world.contracts[side].entities.find(({ name }) => name === bench.entity[side]);
  return (contract?.properties ?? [])
    .filter((property) => !named.has(property.name) && editable(property))
    .map(({ name }) => name);
}

interface Naming {
  readonly bench: Bench;
  readonly of: Bench;
  readonly side: Side;
}

/** What one section has to say of the entity of another one's side. */
function namedIn(benches: readonly Bench[], { bench, of, side }: Naming): readonly string[] {
  const same = (other: Bench): boolean => other.entity[side] === of.entity[side];
  const own = same(bench)
    ? [
        ...bench.rows.map((row) => row[side]),
        ...(side === 'target' ? Object.keys(bench.settings.provide ?? {}) : []),
      ]
    : [];
  const through = Object.values(bench.settings.writeThrough ?? {})
    .filter(({ section }) => {
      const other = benches.find((each) => each.section.heading === section);
      return side === 'target' && other !== undefined && same(other);
    })
    .map(({ property }) => property);
  return [...own, ...through];
}

/** References to other records and lists are left alone: a value of ours would point nowhere. */
function editable({ name, type, readOnly, coupledTo }: PropertyContract): boolean {
  const reference = /(^id|\.id|Id|Code|code)$/.test(name);
  return !readOnly && !reference && coupledTo === undefined && type !== 'list';
}
