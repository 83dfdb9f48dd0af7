import type { RequirementKind } from './dataflow.ts';
import { type Names, squeeze } from './names.ts';

/** The kinds of sentence: every promise but the row, and the sentence that announces rows. */
export type SentenceKind = Exclude<RequirementKind, 'property'> | 'properties';

/** What a sentence says by its shape alone. */
export interface Statement {
  readonly kind: SentenceKind;
  /** The sentence with its blanks squeezed. */
  readonly said: string;
  /** What stands in the pattern's slots; a guess where a name has words of the dialect itself. */
  readonly found: readonly string[];
}

/**
 * The whole dialect of sentences, blanks squeezed (dataflow-format.md, What a section says), the
 * commonest first; but `conditional` goes before `every`, whose words can be in it too.
 */
const sentences: readonly (readonly [SentenceKind, string])[] = [
  ['conditional', '{condition}, it will be synchronized with a {target}.'],
  ['every', 'Every {source} will be synchronized with a {target}.'],
  [
    'both-ways',
    'Once a link between a {source} and a {target} is established, it will keep in sync between the two systems, regardless of where it is edited.',
  ],
  ['properties', 'The following properties are synchronized between a {source} and a {target}:'],
  [
    'link-first',
    'Before any synchronization can take place, a link between a {source} and a {target} must be established.',
  ],
  [
    'merge',
    'A {source} will merge with a {target} if one of the following property combinations match:',
  ],
  [
    'created-by-relation',
    'A new {target} will be created from a {source} if it is connected to a {related} that is synchronized into {system}.',
  ],
  [
    'adopt-or-create',
    'If a matching {target} already exists, the {source} will be merged with the existing one. If no matching {target} is found, a new {target} will be created.',
  ],
];

/** A longer text is no sentence that anyone wrote. */
const longestSentence = 10_000;

interface Pattern {
  readonly kind: SentenceKind;
  /** The fixed words, one more than there are slots between them. */
  readonly words: readonly string[];
  readonly slots: readonly string[];
}

const patterns: readonly Pattern[] = sentences.map(([kind, sentence]) => {
  const parts = sentence.split(/[{}]/);
  return {
    kind,
    words: parts.filter((_, index) => index % 2 === 0),
    slots: parts.filter((_, index) => index % 2 === 1),
  };
});

/** Reads a sentence by its shape, whatever its names; `undefined` where the format has no such. */
export function readStatement(text: string): Statement | undefined {
  if (text.length > longestSentence) return undefined;
  const said = squeeze(text);
  for (const { kind, words } of patterns) {
    const found = between(said, words);
    if (found !== undefined) return { kind, said, found };
  }
  return undefined;
}

/** Whether a text begins with the fixed words of some sentence, which a condition does not. */
export function startsStatement(text: string): boolean {
  return patterns.some(({ words: [first = ''] }) => first !== '' && text.startsWith(first));
}

/** The entities that a sentence names by itself, if it names both. */
export function entitiesIn({ kind, found }: Statement): Names | undefined {
  const slots = patternOf(kind)?.slots ?? [];
  const source = found[slots.indexOf('source')];
  const target = found[slots.indexOf('target')];
  return source === undefined || target === undefined ? undefined : { source, target };
}

/** Whether a sentence is, word for word, about these two entities. */
export function isAbout(names: Names, { kind, said }: Statement): boolean {
  const pattern = patternOf(kind);
  return pattern !== undefined && between(said, bind(pattern, names)) !== undefined;
}

function patternOf(kind: SentenceKind): Pattern | undefined {
  return patterns.find((pattern) => pattern.kind === kind);
}

/** The pattern's words with both names filled in: only free text is left between them. */
function bind({ words, slots }: Pattern, names: Names): readonly string[] {
  const bound = [words[0] ?? ''];
  for (const [index, slot] of slots.entries()) {
    const name = nameIn(slot, names);
    const next = words[index + 1] ?? '';
    if (name === undefined) bound.push(next);
    else bound.push(`${bound.pop()}${name}${next}`);
  }
  return bound;
}

function nameIn(slot: string, names: Names): string | undefined {
  return slot === 'source' || slot === 'target' ? names[slot] : undefined;
}

/** What stands between the words, or `undefined` where they are not all there in this order. */
function between(sentence: string, words: readonly string[]): readonly string[] | undefined {
  const first = words[0] ?? '';
  if (!sentence.startsWith(first)) return undefined;
  const last = words.at(-1) ?? '';
  if (!sentence.endsWith(last)) return undefined;
  if (words.length === 1) return sentence === first ? [] : undefined;
  const end = sentence.length - last.length;
  const found: string[] = [];
  let at = first.length;
  for (const word of words.slice(1, -1)) {
    const next = sentence.indexOf(word, at);
    if (next < 0) return undefined;
    found.push(sentence.slice(at, next));
    at = next + word.length;
  }
  if (at > end) return undefined;
  found.push(sentence.slice(at, end));
  return found;
}
