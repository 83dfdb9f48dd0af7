import type { ChangeEntry } from '../../evidence/ledger.ts';
import type { Value } from '../../value.ts';
import type { RecordName } from '../basis/record-name.ts';

/** A text that a user put into a property, alone or in a list. */
export interface Typed {
  readonly record: RecordName;
  readonly property: string;
  readonly text: string;
}

/** What users have typed, wherever. */
export interface TypedTexts {
  /** Takes in a change; only users' count. */
  take(change: ChangeEntry): void;
  /** Every text, in order. */
  readonly all: readonly Typed[];
  /** How often users typed a value. */
  times(value: Value): number;
}

export function createTypedTexts(): TypedTexts {
  const all: Typed[] = [];
  const times = new Map<string, number>();
  return {
    all,
    times: (value) => times.get(JSON.stringify(value)) ?? 0,
    take: ({ author, action, fields, system, entity, id }) => {
      if (author !== 'user' || action === 'delete') return;
      for (const [property, { after }] of Object.entries(fields)) {
        const value = JSON.stringify(after);
        times.set(value, (times.get(value) ?? 0) + 1);
        const texts = (Array.isArray(after) ? after : [after]).filter((v) => typeof v === 'string');
        for (const text of texts) all.push({ record: { system, entity, id }, property, text });
      }
    },
  };
}
