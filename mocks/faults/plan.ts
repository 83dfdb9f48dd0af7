import { z } from 'zod';
import { isObject } from '../paths.ts';
import { type FaultRule, faultRule } from './rule.ts';

/** Faults to inject together, as plain data. On one request the earlier rule is the outer one. */
export type FaultPlan = readonly FaultRule[];

/** A fault plan that cannot be carried out; the message says which rule, why, and what to do. */
export class FaultPlanRefused extends Error {
  override readonly name = 'FaultPlanRefused';
  readonly code = 'fault-plan';
}

/** The families of the catalogue that no twin can show, and why. */
export const absentFamilies: Readonly<Record<string, string>> = {
  F18: 'no twin takes batches, so that none can fail in part',
  F19: 'no twin sends notifications, so that none can be lost',
};

const plan = z.array(faultRule);

/** Reads a fault plan from JSON: a list of rules. Throws `FaultPlanRefused`. */
export function parseFaultPlan(text: string): FaultPlan {
  const json = parsed(text);
  const absent = (Array.isArray(json) ? json : []).map(absence).find((why) => why !== undefined);
  if (absent !== undefined) throw new FaultPlanRefused(absent);
  const read = plan.safeParse(json);
  if (read.success) return read.data;
  throw new FaultPlanRefused(`The fault plan does not fit:\n${z.prettifyError(read.error)}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FaultPlanRefused(`The fault plan is not JSON: ${why}`);
  }
}

function absence(rule: unknown, at: number): string | undefined {
  const code = isObject(rule) ? String(rule['code']) : '';
  const why = Object.hasOwn(absentFamilies, code) ? absentFamilies[code] : undefined;
  return why && `Rule ${at + 1}, ${code}: ${why}. Leave it out.`;
}
