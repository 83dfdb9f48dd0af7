import { z } from 'zod';
import { aim } from './aim.ts';
import { concerns, type Force } from './force.ts';

/** F20: a write is refused for good, by what it sends. Stands until cleared. */
export const validation = z.strictObject({
  code: z.literal('F20'),
  ...aim,
  /** The property that is judged, wherever a write sends it; `how` `filter` needs none. */
  property: z.string().optional(),
  /**
   * `reject` (default): values that `pattern` fits are refused, all without one; `unique`: values that
   * another record holds; `read-only`: any value; `filter`: lists with a condition.
   */
  how: z.enum(['reject', 'unique', 'read-only', 'filter']).optional(),
  /** A regular expression. */
  pattern: z
    .string()
    .refine((text) => isPattern(text), 'must be a regular expression')
    .optional(),
  message: z.string().optional(),
});

type Validation = z.infer<typeof validation>;

/** Refuses by its own rule. */
export function refuseBy(rule: Validation): Force {
  if (rule.how === 'filter') return refuseFilters(rule);
  const { property = '', how = 'reject', message = `${property} is not accepted.` } = rule;
  const pattern = new RegExp(rule.pattern ?? '', 'u');
  return {
    problems: ({ system, entity, sent, taken }) => {
      const meant = concerns(rule.system, system) && concerns(rule.entity, entity);
      const value = sent[property];
      if (!meant || value === undefined || value === null) return [];
      const wrong = how === 'unique' ? taken(property, value) : pattern.test(String(value));
      return wrong ? [{ kind: how === 'reject' ? 'rule' : how, path: property, message }] : [];
    },
  };
}

function refuseFilters(rule: Validation): Force {
  return {
    onRequests: {
      aim: rule,
      lasting: true,
      falls: (site) => site.read() === 'search',
      strike: ({ site, say }) => {
        say('F20: filter refused');
        return site.refusal(rule.message ?? 'The filter is not supported.');
      },
    },
  };
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
