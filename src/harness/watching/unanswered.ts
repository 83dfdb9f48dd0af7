import type { RequestEntry } from '../../evidence/ledger.ts';
import type { Value } from '../../value.ts';
import type { RecordName } from '../basis/record-name.ts';
import { addressed } from './addressed.ts';

/** Writes that went out and of which no answer came back that can be trusted. */
export interface Unanswered {
  take(requests: readonly RequestEntry[]): void;
  /** Whether the very same write, or all of it and more, was sent before, and its answer was lost. */
  isRepeated(request: RequestEntry): boolean;
  /** Whether the answer to the request with this number in the ledger was lost. */
  isLost(seq: number | undefined): boolean;
  /** Whether such a write was to put this value into a property of a record, before `seq`. */
  wasToPut(record: RecordName, put: Meant): boolean;
}

interface Meant {
  readonly property: string;
  readonly value: Value;
  readonly seq: number;
}

interface Lost {
  readonly request: RequestEntry;
  readonly fields: ReadonlyMap<string, string>;
}

export function createUnanswered(): Unanswered {
  const first = new Map<string, number>();
  const places = new Map<string, Lost[]>();
  const lost = new Set<number>();
  const isWithin = (request: RequestEntry): boolean => {
    const fields = fieldsOf(request);
    const earlier = places.get(placeOf(request)) ?? [];
    return earlier.some(
      (other) =>
        fields.size > 0 &&
        other.request.seq < request.seq &&
        [...fields].every(([name, value]) => other.fields.get(name) === value),
    );
  };
  return {
    take: (requests) => {
      for (const request of requests.filter(isLost)) {
        lost.add(request.seq);
        if (!first.has(keyOf(request))) first.set(keyOf(request), request.seq);
        const here = places.get(placeOf(request)) ?? [];
        here.push({ request, fields: fieldsOf(request) });
        places.set(placeOf(request), here);
      }
    },
    isLost: (seq) => seq !== undefined && lost.has(seq),
    isRepeated: (request) =>
      (first.get(keyOf(request)) ?? request.seq) < request.seq || isWithin(request),
    wasToPut: ({ system, id }, { property, value, seq }) =>
      [...places.values()].flat().some(
        ({ request, fields }) =>
          request.system === system &&
          request.seq < seq &&
          addressed(request) === id &&
          // An empty text is how some systems are told to empty a property.
          [JSON.stringify(value), ...(value === null ? ['""'] : [])].includes(
            fields.get(property) ?? '',
          ),
      ),
  };
}

/** Whether nothing came back, or something that does not tell what was done: F2 to F6, no stamp, other fields, held back. */
function isLost({ mutating, status, fault = '' }: RequestEntry): boolean {
  return mutating && (status === 0 || status >= 500 || /\bF([2-6]|11|16|21):/.test(fault));
}

function keyOf(request: RequestEntry): string {
  return `${placeOf(request)} ${request.request}`;
}

function placeOf({ system, method, url }: RequestEntry): string {
  return `${system} ${method} ${url}`;
}

/** What a body says, by property, as JSON; nothing where it is no object. */
function fieldsOf({ request }: RequestEntry): ReadonlyMap<string, string> {
  let body: unknown;
  try {
    body = JSON.parse(request);
  } catch {
    return new Map();
  }
  const fields = Array.isArray(body) ? [] : Object.entries(Object(body));
  return new Map(fields.map(([name, value]) => [name, JSON.stringify(value)]));
}
