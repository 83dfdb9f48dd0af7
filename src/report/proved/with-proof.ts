import { falseAlarms } from '../proof/matrix.ts';
import type { EngineProof, Proof } from '../proof/proof.ts';
import { alarmsOf, isRight, standingOf } from '../proof/standing.ts';
import type { RequirementResult, Result, TriedFault } from '../result/model.ts';

interface Proving {
  readonly proof: Proof;
  /** What `Proof.fingerprint` would be if it were made now. */
  readonly fingerprint: string;
}

/**
 * The result with what its checks are proved to catch: the faults once, and beside each
 * requirement those that one of its checks in this run catches for the right reason. What was not
 * checked in this run has no proof; what has changed since it was proved has one that is stale.
 */
export function withProof(result: Result, { proof, fingerprint }: Proving): Result {
  const state = proof.fingerprint === fingerprint ? 'proved' : 'stale';
  const rings = proof.engines.flatMap((engine) =>
    engine.rings
      .filter((ring) => ring.own && isRight(engine, ring))
      .map((ring) => ({ ...ring, engine: engine.name })),
  );
  const byRequirement = Map.groupBy(rings, ({ requirement }) => requirement);
  const proved = (requirement: RequirementResult): RequirementResult => {
    const { id, checks } = requirement;
    if (checks.length === 0) return requirement;
    const known = new Set(checks.map((check) => check.id));
    const catches = (byRequirement.get(id) ?? [])
      .filter(({ check }) => known.has(check))
      .map(({ engine, check, law }) => ({ engine, check, law }));
    return { ...requirement, proof: { state, catches } };
  };
  const sections = result.sections.map((section) => ({
    ...section,
    requirements: section.requirements.map(proved),
  }));
  const alarms = falseAlarms(proof).length;
  const rang = alarms === 0 ? {} : { falseAlarms: alarms };
  return { ...result, sections, tried: proof.engines.map(triedFault), ...rang };
}

function triedFault(engine: EngineProof): TriedFault {
  const { name, fault, kind, row } = engine;
  const caught = standingOf(engine).startsWith('by its');
  return {
    engine: name,
    fault,
    ...(kind === undefined ? {} : { kind }),
    ...(row === undefined ? {} : { row }),
    alarms: caught ? alarmsOf(engine) : [],
  };
}
