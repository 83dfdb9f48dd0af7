import type { Assumption } from '../../checklist/contract.ts';
import type { Finding } from '../../checklist/finding.ts';
import { type Judgement, judge } from '../../checklist/judge.ts';
import type { Dataflow, Requirement, Section } from '../../dataflow/dataflow.ts';
import { conclude } from './conclude.ts';
import type {
  CheckResult,
  ContractDigests,
  DocumentIdentity,
  Leaning,
  RequirementResult,
  Result,
  RunIdentity,
  SectionResult,
} from './model.ts';

/** A check's result on its way to its requirement. */
export interface RawCheck {
  readonly requirement: string;
  readonly check: CheckResult;
}

/** What is known of a document before any check has run. */
export interface Examined {
  readonly findings: readonly Finding[];
  readonly assumptions: readonly Assumption[];
  /** What is said of requirements that no check is played for, by requirement id. */
  readonly unchecked: Readonly<Record<string, Judgement>>;
  readonly contracts?: ContractDigests;
  /** What requirements lean on, by requirement id. */
  readonly leansOn?: Readonly<Record<string, readonly Leaning[]>>;
}

interface Parts {
  readonly dataflow: Dataflow;
  readonly document: DocumentIdentity;
  readonly run: RunIdentity;
  readonly examined: Examined;
  readonly checks: readonly RawCheck[];
}

/** Puts a run's pieces into the document's order. What no check looked at is said to be so. */
export function assemble(parts: Parts): Result {
  const { dataflow, document, run, examined } = parts;
  const sections = dataflow.sections.map((section) => assembleSection(parts, section));
  const verdicts = sections.flatMap((section) =>
    section.requirements.map(({ verdict }) => verdict),
  );
  return {
    format: 'syncproof-result/1',
    document,
    run,
    ...conclude(verdicts, run),
    sections,
    diagnostics: dataflow.diagnostics,
    assumptions: examined.assumptions,
    ...(examined.contracts === undefined ? {} : { contracts: examined.contracts }),
  };
}

function assembleSection(parts: Parts, section: Section): SectionResult {
  const { heading, line, source, target, properties, mergeOn } = section;
  const requirements = section.requirements.map((each) => assembleRequirement(parts, each));
  return { heading, line, source, target, properties, mergeOn, requirements };
}

function assembleRequirement(
  { examined, checks }: Parts,
  { id, kind, line, text }: Requirement,
): RequirementResult {
  const own = checks.filter(({ requirement }) => requirement === id).map(({ check }) => check);
  const judgement = own.length > 0 ? judge(own) : (examined.unchecked[id] ?? judge(own));
  const findings = examined.findings.filter(({ requirement }) => requirement === id);
  const leansOn = examined.leansOn?.[id] ?? [];
  const leaning = leansOn.length === 0 ? {} : { leansOn };
  return { id, kind, line, text, ...judgement, findings, checks: own, ...leaning };
}
