import type { FaultRule as TwinRule } from '../mocks/faults/rule.ts';
import type { Faults } from '../mocks/faults.ts';
import type { Twin } from '../mocks/twin.ts';
import type { FaultLever, FaultRule } from '../src/harness/world.ts';
import type { Side } from '../src/settings.ts';

interface LeverInput {
  readonly faults: Faults;
  readonly twins: Readonly<Record<Side, Twin>>;
}

/** Says to the twins, in terms of systems, what a check says in terms of sides and entities. */
export function faultLever({ faults, twins }: LeverInput): FaultLever {
  return {
    inject: (rule) => faults.inject([aimed(rule, twins)]),
    clear: () => faults.clear(),
  };
}

function aimed(rule: FaultRule, twins: LeverInput['twins']): TwinRule {
  const { system } = twins[rule.side];
  switch (rule.code) {
    case 'F2':
      return { code: 'F2', system, entity: rule.entity, write: rule.write, answer: 'reset' };
    case 'F3': {
      const { entity, times } = rule;
      const requests = 'reads' in rule ? { method: 'GET' } : { write: rule.write };
      return { code: 'F3', system, entity, ...requests, times, answer: 503 };
    }
    case 'F4':
      return { code: 'F4', system, entity: rule.entity, write: rule.write, times: rule.times };
    case 'F8':
      return { code: 'F8', system, entity: rule.entity, ids: [...rule.ids], answer: 404 };
    case 'F11':
      return { code: 'F11', system, resolution: rule.resolutionMs };
    case 'F14':
      return {
        code: 'F14',
        system,
        entity: rule.entity,
        write: 'update',
        edit: { entity: rule.entity, fields: rule.fields },
      };
    case 'F15':
      return { code: 'F15', system, entity: rule.entity, property: rule.property, rewrite: 'trim' };
  }
}
