import type { EngineProof, Proof } from './proof.ts';
import { alarmsOf, isRight, type Standing, standingOf } from './standing.ts';

/** A proof, weighed: what every view of it shows. */
export interface Matrix {
  readonly rows: readonly MatrixRow[];
  readonly checks: readonly CheckWeight[];
  readonly laws: readonly LawWeight[];
}

/** One fault. */
export interface MatrixRow {
  readonly engine: EngineProof;
  readonly standing: Standing;
  /** What rings for it, each enough by itself. */
  readonly alarms: readonly string[];
  /** The requirements of the document of which a check catches it, by id. */
  readonly requirements: readonly string[];
}

/** One check of the document. */
export interface CheckWeight {
  /** `requirement#check` */
  readonly check: string;
  /** The faults that it catches, by the names of the engines. */
  readonly catches: readonly string[];
  /** Those of them that no other check of the document catches. */
  readonly alone: readonly string[];
}

/** One law, or one check's own expectation: what would be missed without it. */
export interface LawWeight {
  readonly law: string;
  /** Engines for which nothing else rings. */
  readonly alone: readonly string[];
}

/** Weighs a proof. */
export function matrixOf(proof: Proof): Matrix {
  const rows = proof.engines.map(rowOf);
  const caught = new Map(proof.engines.map((engine) => [engine.name, catching(engine)]));
  const checks = proof.checks.map((check) => {
    const catches = [...caught].filter(([, by]) => by.has(check));
    const alone = catches.filter(([, by]) => by.size === 1);
    return { check, catches: catches.map(([name]) => name), alone: alone.map(([name]) => name) };
  });
  const laws = new Set(rows.flatMap(({ alarms }) => [...alarms]));
  const weights = [...laws].toSorted().map((law) => ({ law, alone: aloneIn(rows, law) }));
  return { rows, checks, laws: weights };
}

function rowOf(engine: EngineProof): MatrixRow {
  const requirements = new Set(
    engine.rings.filter((ring) => ring.own && isRight(engine, ring)).map((r) => r.requirement),
  );
  return {
    engine,
    standing: standingOf(engine),
    alarms: alarmsOf(engine),
    requirements: [...requirements],
  };
}

/** The checks of the document that catch an engine, as `requirement#check`. */
function catching(engine: EngineProof): ReadonlySet<string> {
  const own = engine.rings.filter((ring) => ring.own && isRight(engine, ring));
  return new Set(own.map(({ requirement, check }) => `${requirement}#${check}`));
}

function aloneIn(rows: readonly MatrixRow[], law: string): readonly string[] {
  return rows
    .filter(({ alarms }) => alarms.length === 1 && alarms[0] === law)
    .map(({ engine }) => engine.name);
}

/** What rang for the engine that is right. A scene that the API makes impossible is none. */
export function falseAlarms({ reference: { rings, broken } }: Proof): readonly string[] {
  const rung = rings
    .filter(({ verdict }) => verdict !== 'blocked')
    .map((r) => `${r.document}, ${r.requirement}#${r.check}: ${r.law || r.verdict}: ${r.reason}`);
  return [...rung, ...broken];
}

/** Whether every fault is caught for the right reason, and nothing rang for the engine that is right. */
export function isProved(proof: Proof): boolean {
  const caught = proof.engines.map(standingOf).every((standing) => standing.startsWith('by its'));
  return caught && falseAlarms(proof).length === 0 && proof.interrupted === undefined;
}
