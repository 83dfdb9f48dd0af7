import { createHmac } from 'node:crypto';
import type { Value } from '../value.ts';
import type { Evidence } from './evidence.ts';
import type { Needle } from './mask-all.ts';
import { spellingsOf } from './secret-spellings.ts';

/** Whose values are replaced where the records are not made up: real systems hold real people. */
export interface PersonalData {
  /** Names of properties, without the records that hold them; or every property's value. */
  readonly properties: 'all' | readonly string[];
  /** Secret of the run: without it nobody can try out which value a pseudonym stands for. */
  readonly key: string;
}

/** Stand-ins for personal values: the same value has the same one wherever it is seen. */
export interface Pseudonyms {
  /** Takes in the values that evidence shows of the properties. */
  learn(evidence: Evidence): void;
  /** What is to be masked: everything learnt so far. */
  needles(): readonly Needle[];
}

/** Shorter texts would be found in ordinary words: they are masked only where they are quoted. */
const shortest = 3;

/** Remembers what it has learnt, so that a later sentence about the same values is masked as well. */
export function pseudonyms({ properties, key }: PersonalData): Pseudonyms {
  const known = new Map<string, readonly Needle[]>();
  const isPersonal = (property: string): boolean =>
    properties === 'all' || properties.some((name) => property.split('.').at(-1) === name);
  const add = (value: Value): void => {
    for (const text of textsIn(value)) {
      if (!known.has(text)) known.set(text, needlesOf(text, key));
    }
  };
  return {
    needles: () => [...known.values()].flat(),
    learn: ({ fields, exchanges }) => {
      for (const { property, before, after } of fields) {
        if (isPersonal(property)) [before, after].map(add);
      }
      for (const { request, response } of exchanges) {
        for (const [name, value] of [request, response].flatMap(valuesIn)) {
          if (isPersonal(name)) add(value);
        }
      }
    },
  };
}

/** Flags and lists are no person's; a number is, where it could be a phone's. */
function textsIn(value: Value): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === 'string' && value !== '') return [value];
  return typeof value === 'number' && Math.abs(value) > 99_999 ? [String(value)] : [];
}

function needlesOf(text: string, key: string): readonly Needle[] {
  const digest = createHmac('sha256', key).update(text, 'utf8').digest('hex').slice(0, 8);
  const mask = `[value ${digest}]`;
  if (text.length >= shortest) {
    // Base64 of a short value is found in other texts by chance.
    const plain = spellingsOf(text).filter(({ around }) => around === undefined);
    return plain.map((spelling) => ({ ...spelling, mask }));
  }
  const quoted = JSON.stringify(text);
  const inJson = JSON.stringify(quoted).slice(1, -1);
  return [
    { find: text, mask, around: undefined, alone: true },
    { find: quoted, mask: `"${mask}"`, around: undefined },
    { find: inJson, mask: `\\"${mask}\\"`, around: undefined },
  ];
}

/** Every value in a body, with the name that it has there; none where the body is no JSON. */
function valuesIn(body: string): readonly (readonly [string, string | number])[] {
  try {
    return leaves('', JSON.parse(body));
  } catch {
    return [];
  }
}

/** What stands in a list goes by the list's name. */
function leaves(name: string, value: unknown): readonly (readonly [string, string | number])[] {
  if (typeof value === 'string' || typeof value === 'number') return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((each) => leaves(name, each));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, each]) => leaves(inner, each));
}
