import type { RequirementKind } from '../../dataflow/dataflow.ts';
import type { Check, Subject } from './check.ts';
import { conflictChecks } from './conflicts.ts';
import { creationChecks } from './creation.ts';
import { editChecks } from './edits.ts';
import { keepingChecks } from './keeping.ts';
import { valueChecks } from './values.ts';

const all: readonly Check[] = [
  ...creationChecks,
  ...keepingChecks,
  ...editChecks,
  ...conflictChecks,
  ...valueChecks,
];

/** The checks that a requirement of this kind is held to. */
export function checksFor(kind: RequirementKind, subject: Subject): readonly Check[] {
  return all.filter((check) => check.kind === kind && (check.applies?.(subject) ?? true));
}

/** Why a requirement has no checks, or `undefined` where it has some. */
export function whyUntested(kind: RequirementKind, { row }: Subject): string | undefined {
  if (kind === 'property' && row !== undefined && !plainTypes.has(row.type)) {
    return `The data type ${row.type} is an expression of the platform's own language, which nothing here can work out.`;
  }
  return all.some((check) => check.kind === kind)
    ? undefined
    : `There is no check yet for promises of the kind "${kind}".`;
}

const plainTypes = new Set([
  '"string"',
  '"integer"',
  '"float"',
  '"decimal"',
  '"boolean"',
  '"list"',
  'N/A',
  '',
]);
