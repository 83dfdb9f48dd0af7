import type { Faults, FaultRule as TwinRule } from '../mocks/faults.ts';
import type { Twin } from '../mocks/twin.ts';
import type { FaultLever, FaultRule } from '../src/harness/world.ts';
import type { Side } from '../src/settings.ts';
import type { SystemKind } from './systems.ts';

interface LeverInput {
  readonly faults: Faults;
  readonly twins: Readonly<Record<Side, Twin>>;
  readonly kinds: Readonly<Record<Side, SystemKind>>;
}

/** Says to the twins, in terms of methods and paths, what a check says in terms of sides and entities. */
export function faultLever({ faults, twins, kinds }: LeverInput): FaultLever {
  return {
    inject: (rule) => faults.inject([aimed(rule, { twins, kinds })]),
    clear: () => faults.clear(),
  };
}

function aimed(rule: FaultRule, { twins, kinds }: Omit<LeverInput, 'faults'>): TwinRule {
  const { system } = twins[rule.side];
  const kind = kinds[rule.side];
  switch (rule.code) {
    case 'F2':
      return { code: 'F2', system, ...kind.aim(rule.entity, rule.write), answer: 'reset' };
    case 'F3':
      return {
        code: 'F3',
        system,
        ...kind.aim(rule.entity, rule.write),
        times: rule.times,
        answer: 503,
      };
    case 'F4':
      return { code: 'F4', system, ...kind.aim(rule.entity, rule.write), times: rule.times };
    case 'F11':
      return { code: 'F11', system, resolution: rule.resolutionMs };
    case 'F14':
      return {
        code: 'F14',
        system,
        ...kind.aim(rule.entity, 'update'),
        edit: { entity: rule.entity, fields: rule.fields },
      };
    case 'F15':
      return { code: 'F15', system, entity: rule.entity, property: rule.property, rewrite: 'trim' };
  }
}
