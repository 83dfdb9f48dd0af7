import { z } from 'zod';
import type { Answer } from '../http/answer.ts';
import { parsed } from '../http/json-text.ts';
import { isObject, type Nested } from '../http/paths.ts';
import { aim } from './aim.ts';
import type { Force } from './force.ts';
import { listIn, withList, withRecords } from './records.ts';
import type { Moment } from './site.ts';

/** F16: records in another shape than the contract's. Lasts unless it says how long. */
export const representation = z.strictObject({
  code: z.literal('F16'),
  ...aim,
  /**
   * What becomes of top-level `property`: `drop`, `null`, `text` (a number as text, a text that is a
   * number as number), `set` to `value` (an unknown enum, an extra field), `rename` to `to`; `reverse`
   * turns lists round and needs no property.
   */
  how: z.enum(['drop', 'null', 'text', 'set', 'rename', 'reverse']),
  property: z.string().optional(),
  to: z.string().optional(),
  /** Raw JSON, so that it can hold a number of 64 bits. */
  value: z
    .string()
    .refine((text) => parsed(text) !== undefined, 'must be JSON')
    .optional(),
});

type Representation = z.infer<typeof representation>;

/** Shows records otherwise. */
export function represent(rule: Representation): Force {
  return {
    onRequests: {
      aim: rule,
      lasting: true,
      strike: (moment) => {
        const answer = moment.next(moment.handling);
        const shown =
          rule.how === 'reverse' ? reversed(answer, moment) : changed(answer, moment, rule);
        if (shown.body !== answer.body) {
          moment.say(`F16: ${[rule.how, rule.property].filter(Boolean).join(' ')}`);
        }
        return shown;
      },
    },
  };
}

function reversed(answer: Answer, { site }: Moment): Answer {
  const list = listIn(answer, site.records);
  return list ? withList(answer, site.records, { ...list, rows: list.rows.toReversed() }) : answer;
}

// No record holds this text, so that what stands in for raw JSON is found again.
const rawMark = '\u0000raw\u0000';

function changed(answer: Answer, { site }: Moment, rule: Representation): Answer {
  const { property = '', how, to = '', value = 'null' } = rule;
  const edited = withRecords(answer, site.records, (record) => {
    const { [property]: was, ...rest } = record;
    if (how === 'set') return { ...record, [property]: rawMark };
    if (was === undefined) return how === 'null' ? { ...record, [property]: null } : record;
    if (how === 'drop') return rest;
    if (how === 'null') return { ...record, [property]: null };
    return how === 'rename' ? { ...rest, [to]: was } : { ...record, [property]: otherType(was) };
  });
  return { ...edited, body: edited.body.replaceAll(JSON.stringify(rawMark), () => value) };
}

function otherType(value: unknown): Nested[string] {
  if (typeof value === 'number') return String(value);
  const isNumber = typeof value === 'string' && value !== '' && Number.isFinite(Number(value));
  return isNumber ? Number(value) : isObject(value) ? JSON.stringify(value) : value;
}
