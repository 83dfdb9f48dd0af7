import type { Problem } from './contract/validate.ts';
import { type Dice, seededDice } from './dice.ts';
import { fits, hits } from './faults/aim.ts';
import type {
  ChangedRecord,
  Force,
  JudgedWrite,
  OnRequests,
  Stamping,
  WrittenValue,
} from './faults/force.ts';
import type { FaultPlan } from './faults/plan.ts';
import { enforced } from './faults/rule.ts';
import type { Handling, Moment, Site } from './faults/site.ts';
import type { Answer } from './http/answer.ts';
import type { Fate } from './records/table.ts';
import type { Value } from './records/value.ts';

/** The faults in force over all twins that share them. */
export interface Faults {
  /** Adds the plan's rules to those in force; each counts its requests from now. */
  inject(plan: FaultPlan): void;
  clear(): void;
  /** Handles a request inside the faults that fall on it; `words` says which did, in order. */
  around(
    site: Site,
    request: { readonly handling: Handling; readonly handle: (handling: Handling) => Answer },
  ): { readonly answer: Answer; readonly words: readonly string[] };
  /** What a system stores of a value that is written. */
  stored(written: WrittenValue): Value;
  /** The time that a change made at this moment gets in the system. */
  stamped(change: Stamping): number;
  /** What else becomes of a change of a record. */
  fate(change: ChangedRecord): Fate;
  /** Why faults refuse a write. */
  problems(write: JudgedWrite): readonly Problem[];
}

/** No fault in force. */
export function createFaults(): Faults {
  return new FaultsInForce();
}

interface InForce {
  readonly force: Force;
  readonly dice: Dice;
  requests: number;
  fitting: number;
}

const plain: Fate = { silent: false, hiddenFor: 0 };

class FaultsInForce implements Faults {
  #rules: InForce[] = [];
  #words: string[] = [];

  inject(plan: FaultPlan): void {
    for (const rule of plan) {
      const seed = 'seed' in rule ? (rule.seed ?? 1) : 1;
      const counts = { requests: 0, fitting: 0 };
      this.#rules.push({ force: enforced(rule), dice: seededDice(seed), ...counts });
    }
  }

  clear(): void {
    this.#rules = [];
  }

  around(
    site: Site,
    { handling, handle }: Parameters<Faults['around']>[1],
  ): { readonly answer: Answer; readonly words: readonly string[] } {
    const words: string[] = [];
    this.#words = words;
    const say = (word: string): void => {
      words.push(word);
    };
    const wrapped = this.#strikes(site).reduceRight<(handling: Handling) => Answer>(
      (next, strike) => (changed) => strike({ site, handling: changed, next, say }),
      handle,
    );
    return { answer: wrapped(handling), words };
  }

  stored(written: WrittenValue): Value {
    return this.#rules.reduce((value, { force }) => {
      const kept = force.stored?.({ ...written, value });
      if (!kept) return value;
      this.#words.push(kept.words);
      return kept.value;
    }, written.value);
  }

  stamped({ system, at }: Stamping): number {
    return this.#rules.reduce((stamp, { force }) => {
      const bent = force.stamped?.({ system, at: stamp });
      if (!bent) return stamp;
      this.#words.push(bent.words);
      return bent.at;
    }, at);
  }

  fate(change: ChangedRecord): Fate {
    const bent = this.#rules.flatMap(({ force }) => force.fate?.(change) ?? []);
    this.#words.push(...bent.map(({ words }) => words));
    return Object.assign({}, plain, ...bent.map(({ fate }) => fate));
  }

  problems(write: JudgedWrite): readonly Problem[] {
    const found = this.#rules.flatMap(({ force }) => force.problems?.(write) ?? []);
    this.#words.push(...found.map(({ path }) => `F20: ${write.entity}.${path} refused`));
    return found;
  }

  /** Every rule counts the request, whether or not another one keeps it from being handled. */
  #strikes(site: Site): readonly ((moment: Moment) => Answer)[] {
    return this.#rules.flatMap((rule) => {
      const { onRequests } = rule.force;
      return onRequests ? (strikeOf(rule, onRequests, site) ?? []) : [];
    });
  }
}

function strikeOf(
  rule: InForce,
  { aim, falls, lasting = false, strike, otherwise }: OnRequests,
  site: Site,
): ((moment: Moment) => Answer) | undefined {
  rule.requests += 1;
  if (!fits(aim, site) || falls?.(site) === false) return otherwise;
  rule.fitting += 1;
  const count = { request: rule.requests, nth: rule.fitting };
  return hits(aim, count, { dice: rule.dice, lasting }) ? strike : otherwise;
}
