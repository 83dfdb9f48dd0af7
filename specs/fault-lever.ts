import { FaultPlanRefused, parseFaultPlan } from '../mocks/faults/plan.ts';
import type { FaultRule as TwinRule } from '../mocks/faults/rule.ts';
import type { Faults } from '../mocks/faults.ts';
import type { SystemContract } from '../src/checklist/contract.ts';
import { SyncproofError } from '../src/errors.ts';
import type { FaultRule } from '../src/harness/fault-rule.ts';
import type { FaultLever } from '../src/harness/world.ts';
import type { Side } from '../src/settings.ts';

interface LeverInput {
  readonly faults: Faults;
  readonly twins: Readonly<Record<Side, ReachedTwin>>;
}

interface ReachedTwin {
  readonly system: string;
  readonly contract: SystemContract;
}

/**
 * Says to the twins, in terms of systems, what a check says in terms of sides. Refuses (`check`)
 * what no twin can show, and what could never strike because its entity or property is not there.
 */
export function faultLever({ faults, twins }: LeverInput): FaultLever {
  return {
    inject: (rule) => {
      const twin = twins[rule.side];
      const { side: _, ...asked } = rule;
      const theirs: TwinRule = { ...asked, system: twin.system };
      const missing = missingIn(twin, rule);
      if (missing !== undefined) throw refused(rule, missing);
      faults.inject(read(rule, theirs, twin));
    },
    clear: () => faults.clear(),
  };
}

/** What a rule names that the twin does not have. */
function missingIn({ contract, system }: ReachedTwin, rule: FaultRule): string | undefined {
  if (rule.entity === undefined) return undefined;
  const entity = contract.entities.find(({ name }) => name === rule.entity);
  if (entity === undefined) return `${system} has no ${rule.entity}`;
  // Answers may well be shown with properties that no contract knows.
  const property = rule.code === 'F15' || rule.code === 'F20' ? rule.property : undefined;
  const known = property === undefined || entity.properties.some(({ name }) => name === property);
  return known ? undefined : `${rule.entity} of ${system} has no ${property}`;
}

/** Rules may come out of a file: what no type can hold is refused as a twin's reader refuses it. */
function read(
  asked: FaultRule,
  rule: TwinRule,
  { contract }: LeverInput['twins'][Side],
): readonly TwinRule[] {
  try {
    return parseFaultPlan(JSON.stringify([rule]), contract.offers);
  } catch (cause) {
    if (cause instanceof FaultPlanRefused) throw refused(asked, cause.message);
    throw cause;
  }
}

function refused({ code, side }: FaultRule, why: string): SyncproofError {
  return new SyncproofError(
    'check',
    `The fault ${code} cannot fall on the ${side}: ${why}. Ask for another one.`,
  );
}
