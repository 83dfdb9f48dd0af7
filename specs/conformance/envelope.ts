import { z } from 'zod';
import type { Observation } from './conformance-case.ts';
import type { Reply } from './wire.ts';

const record = z.record(z.string(), z.unknown());

/** A record as it came, by property. */
export type Shown = Readonly<Record<string, unknown>>;

/** An answer of v1, as far as it has the members of the envelope (`apis.md 1.4`). */
export interface Enveloped {
  readonly status: number;
  readonly members: readonly string[];
  readonly success: boolean | undefined;
  readonly count: number | undefined;
  /** Empty where `data` is no object. */
  readonly data: Shown;
  /** Empty where `data` is no list. */
  readonly rows: readonly Shown[];
  readonly validation: Shown;
}

/** Reads an answer leniently: what is missing or of another type is empty. */
export function enveloped({ status, body }: Reply): Enveloped {
  const all = recordOf(body);
  const { success, count, data } = all;
  return {
    status,
    members: Object.keys(all).sort(),
    success: typeof success === 'boolean' ? success : undefined,
    count: typeof count === 'number' ? count : undefined,
    data: recordOf(data),
    rows: Array.isArray(data) ? data.map(recordOf) : [],
    validation: recordOf(all['validation']),
  };
}

/** An object's members; none where it is no object. */
export function recordOf(value: unknown): Shown {
  const read = record.safeParse(value);
  return read.success && !Array.isArray(value) ? read.data : {};
}

/** How a call was refused: status, success, and the system's own word for the kind. */
export function refusal({ status, success, validation }: Enveloped): Observation {
  return { status, success: success ?? null, exception: String(validation['exception'] ?? '') };
}

/** The usual answer to what the business refuses. */
export const refused = { status: 200, success: false };

/** How a call ended. */
export function ending({ status, success }: Enveloped): Observation {
  return { status, success: success ?? null };
}

/** The usual answer to what went well. */
export const done = { status: 200, success: true };
