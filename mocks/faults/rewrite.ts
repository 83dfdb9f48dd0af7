import { z } from 'zod';
import type { Value } from '../records/value.ts';
import { concerns, type Force } from './force.ts';

/** F15: a system stores a value otherwise than it was sent. Stands until cleared. */
export const rewriteOnWrite = z.strictObject({
  code: z.literal('F15'),
  /** Default: every system. */
  system: z.string().optional(),
  /** Default: every entity. */
  entity: z.string().optional(),
  property: z.string(),
  rewrite: z.union([
    z.enum(['trim', 'upper', 'lower', 'phone', 'nfc', 'crlf', 'escape', 'sort', 'ignore']),
    z.templateLiteral(['truncate:', z.int().min(0)]),
    z.templateLiteral(['round:', z.int().min(0)]),
  ]),
});

/** Stores something else. */
export function rewrite(rule: z.infer<typeof rewriteOnWrite>): Force {
  const [name = '', amount = '0'] = rule.rewrite.split(':');
  return {
    stored: ({ system, entity, property, value }) => {
      const meant = concerns(rule.system, system) && concerns(rule.entity, entity);
      if (!meant || rule.property !== property) return undefined;
      const kept = rewrites[name]?.(value, Number(amount)) ?? null;
      const same = JSON.stringify(kept) === JSON.stringify(value);
      return same
        ? undefined
        : { value: kept, words: `F15: ${entity}.${property} stored by ${rule.rewrite}` };
    },
  };
}

type Rewrite = (value: Value, amount: number) => Value;

const text =
  (change: (text: string, amount: number) => string): Rewrite =>
  (value, amount) =>
    typeof value === 'string' ? change(value, amount) : value;

const rewrites: Readonly<Record<string, Rewrite>> = {
  trim: text((value) => value.trim()),
  upper: text((value) => value.toUpperCase()),
  lower: text((value) => value.toLowerCase()),
  phone: text((value) => value.replaceAll(/[^\d+]/g, '').replace(/^00/, '+')),
  nfc: text((value) => value.normalize('NFC')),
  crlf: text((value) => value.replaceAll(/\r?\n/g, '\r\n')),
  escape: text((value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
  truncate: text((value, length) => value.slice(0, length)),
  round: (value, digits) => (typeof value === 'number' ? Number(value.toFixed(digits)) : value),
  sort: (value) => (Array.isArray(value) ? value.toSorted() : value),
  ignore: () => null,
};
