import type { Entity } from '../contract/contract.ts';
import type { Row } from '../records/row.ts';
import type { Rules } from '../records/store.ts';
import type { Value } from '../records/value.ts';

/**
 * What a system makes of an entity's lines as it stores them: a line with the id of one that the
 * record has is that one, edited; any other is new and gets an id; those left out are gone.
 */
export function lineRules({ properties }: Entity): Rules {
  const names = [...properties.values()].filter(({ lines }) => lines).map(({ name }) => name);
  let last = 0;
  const numbered = (sent: Value, before: Value): Value => {
    const known = new Set(linesOf(before).map(({ id }) => id));
    return linesOf(sent).map(({ id, ...line }) => {
      if (known.has(id)) return JSON.stringify({ id, ...line });
      last += 1;
      return JSON.stringify({ id: `L${last}`, ...line });
    });
  };
  return {
    settled: (fields, before) => {
      const lines = names
        .filter((name) => fields[name] !== undefined && fields[name] !== null)
        .map((name) => [name, numbered(fields[name] ?? null, held(before, name))]);
      return { ...fields, ...Object.fromEntries(lines) };
    },
  };
}

function held(row: Row | undefined, name: string): Value {
  return row?.fields[name] ?? null;
}

interface Line {
  readonly id?: string;
}

/** The lines of a value that its schema has let through. */
function linesOf(value: Value): readonly Line[] {
  return Array.isArray(value) ? value.map((text): Line => JSON.parse(String(text))) : [];
}
