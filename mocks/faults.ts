import type { Answer } from './answer.ts';
import { type LostToken, loseToken } from './faults/access.ts';
import { fits, hits } from './faults/aim.ts';
import { type Denial, deny } from './faults/denial.ts';
import { type InterposedEdit, interpose } from './faults/interposed.ts';
import { type RewriteOnWrite, rewritten, type WrittenValue } from './faults/rewrite.ts';
import type { Site, Struck } from './faults/site.ts';
import type { CoarseStamps } from './faults/stamps.ts';
import {
  type AmbiguousWrite,
  type CleanFailure,
  failCleanly,
  loseAnswer,
  type Throttle,
  throttle,
} from './faults/transport.ts';
import type { Value } from './value.ts';

/** A fault that falls on single requests. */
export type RequestFault =
  | AmbiguousWrite
  | CleanFailure
  | Denial
  | Throttle
  | LostToken
  | InterposedEdit;

/** A fault that holds for all writes until it is cleared. */
export type StandingFault = CoarseStamps | RewriteOnWrite;

/** One fault to inject, addressed and parametrised; plain data, codes as in `sync-bugs.md 5`. */
export type FaultRule = RequestFault | StandingFault;

/** Faults to inject together. On one request the earlier rule is the outer one. */
export type FaultPlan = readonly FaultRule[];

/** The faults in force over all twins that share them. */
export interface Faults {
  /** Adds the plan's rules to those in force; each counts its requests from now. */
  inject(plan: FaultPlan): void;
  clear(): void;
  /** Handles a request by `next`, inside the faults that fall on it; `words` says which did, in order. */
  around(site: Site, next: () => Answer): { readonly answer: Answer; readonly words: string[] };
  /** What a system stores of a value that is written. */
  stored(written: WrittenValue): Value;
  /** The time that a change made `at` this moment gets in the system. */
  stamped(system: string, at: number): number;
}

/** No fault in force. */
export function createFaults(): Faults {
  return new FaultsInForce();
}

class FaultsInForce implements Faults {
  #onRequests: { readonly rule: RequestFault; count: number }[] = [];
  #standing: StandingFault[] = [];
  #words: string[] = [];

  inject(plan: FaultPlan): void {
    for (const rule of plan) {
      if (rule.code === 'F11' || rule.code === 'F15') this.#standing.push(rule);
      else this.#onRequests.push({ rule, count: 0 });
    }
  }

  clear(): void {
    this.#onRequests = [];
    this.#standing = [];
  }

  around(site: Site, next: () => Answer): { readonly answer: Answer; readonly words: string[] } {
    const words: string[] = [];
    this.#words = words;
    const wrapped = this.#struckBy(site).reduceRight<() => Answer>(
      (inner, rule) => () => {
        const struck = strike(rule, site, inner);
        words.push(struck.words);
        return struck.answer;
      },
      next,
    );
    return { answer: wrapped(), words };
  }

  stored(written: WrittenValue): Value {
    return this.#standing.reduce((value, rule) => {
      if (rule.code !== 'F15') return value;
      const kept = rewritten(rule, { ...written, value });
      if (kept !== value) {
        this.#words.push(`F15: ${written.entity}.${written.property} stored by ${rule.rewrite}`);
      }
      return kept;
    }, written.value);
  }

  stamped(system: string, at: number): number {
    return this.#standing.reduce((stamp, rule) => {
      if (rule.code !== 'F11' || (rule.system ?? system) !== system) return stamp;
      this.#words.push(`F11: stamps held at ${rule.resolution} ms`);
      return Math.floor(stamp / rule.resolution) * rule.resolution;
    }, at);
  }

  #struckBy(site: Site): readonly RequestFault[] {
    const struck: RequestFault[] = [];
    for (const aimed of this.#onRequests) {
      if (!fits(aimed.rule, site) || (writesOnly(aimed.rule) && !site.mutating)) continue;
      aimed.count += 1;
      if (hits(aimed.rule, aimed.count)) struck.push(aimed.rule);
    }
    return struck;
  }
}

function writesOnly({ code }: RequestFault): boolean {
  return code === 'F2' || code === 'F14';
}

function strike(rule: RequestFault, site: Site, next: () => Answer): Struck {
  switch (rule.code) {
    case 'F2':
      return loseAnswer(rule, site, next);
    case 'F3':
      return failCleanly(rule, site);
    case 'F4':
      return deny(rule, site);
    case 'F6':
      return throttle(rule, site);
    case 'F7':
      return loseToken(rule, site, next);
    case 'F14':
      return interpose(rule, site, next);
  }
}
