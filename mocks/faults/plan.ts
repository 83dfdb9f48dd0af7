import { z } from 'zod';
import type { Offer } from '../contract/system-contract.ts';
import { isObject } from '../http/paths.ts';
import { type FaultRule, faultRule } from './rule.ts';

/** Faults to inject together, as plain data. On one request the earlier rule is the outer one. */
export type FaultPlan = readonly FaultRule[];

/** A fault plan that cannot be carried out; the message says which rule, why, and what to do. */
export class FaultPlanRefused extends Error {
  override readonly name = 'FaultPlanRefused';
  readonly code = 'fault-plan';
}

/** The families that only some systems can show: what such a system offers, and why others cannot. */
const rareFamilies: Readonly<Record<string, { readonly offer: Offer; readonly why: string }>> = {
  F18: { offer: 'batches', why: 'no twin here takes batches, so that none can fail in part' },
  F19: {
    offer: 'notifications',
    why: 'no twin here sends notifications, so that none can be lost',
  },
};

const plan = z.array(faultRule);

/** Reads a fault plan from JSON, for systems that offer this: a list of rules. Throws `FaultPlanRefused`. */
export function parseFaultPlan(text: string, offers: readonly Offer[] = []): FaultPlan {
  const json = parsed(text);
  const absent = (Array.isArray(json) ? json : [])
    .map((rule, at) => absence({ rule, at, offers }))
    .find((why) => why !== undefined);
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

interface AskedRule {
  readonly rule: unknown;
  readonly at: number;
  readonly offers: readonly Offer[];
}

function absence({ rule, at, offers }: AskedRule): string | undefined {
  const code = isObject(rule) ? String(rule['code']) : '';
  const rare = Object.hasOwn(rareFamilies, code) ? rareFamilies[code] : undefined;
  if (rare === undefined || offers.includes(rare.offer)) return undefined;
  return `Rule ${at + 1}, ${code}: ${rare.why}. Leave it out.`;
}
