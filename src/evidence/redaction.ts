import { SyncproofError } from '../errors.ts';
import type { Evidence } from './evidence.ts';
import { maskAll, type Needle } from './mask-all.ts';
import { type PersonalData, pseudonyms } from './pseudonyms.ts';
import { spellingsOf } from './secret-spellings.ts';

/** Something that must not get into evidence: what to call it, and what it is. */
export interface Secret {
  readonly name: string;
  readonly value: string;
}

/** The gate through which all text of evidence goes. */
export interface Redactor {
  /** The text with every secret in it masked, however it was encoded. */
  text(text: string): string;
  /** A header's value: masked whole where the header's name says that it is secret. */
  header(name: string, value: string): string;
  /** Takes in a secret that came up only now, a token say; one too short to be masked is passed over. */
  learn(secret: Secret): void;
  /** Evidence with every text in it masked, and what it shows of people under pseudonyms. */
  evidence(evidence: Evidence): Evidence;
}

/** Shorter values would be found everywhere, and give themselves away by where they are not. */
const shortest = 6;

const secretHeader = /^(?:authorization|cookie|set-cookie|x-api-key|proxy-.*)$/i;

/**
 * A gate against these secrets. Masks read `[masked: access_token, 26 characters]`. Refuses with
 * `settings` a secret of fewer than six characters. Where the records are not made up, `personal`
 * says whose values stand under pseudonyms, in evidence and in every text after it.
 */
export function redactor(secrets: readonly Secret[], personal?: PersonalData): Redactor {
  const needles = new Map(secrets.map((secret) => [secret.value, needlesOf(secret)]));
  const people = personal === undefined ? undefined : pseudonyms(personal);
  const all = (): readonly Needle[] => [...needles.values()].flat().concat(people?.needles() ?? []);
  const text = (given: string): string => maskAll(given, all());
  return {
    text,
    learn: (secret) => {
      if (secret.value.length >= shortest) needles.set(secret.value, needlesOf(secret));
    },
    header: (name, value) =>
      secretHeader.test(name) ? mask({ name: name.toLowerCase(), value }) : text(value),
    evidence: (evidence) => {
      people?.learn(evidence);
      // A run learns hundreds of tokens, of which evidence holds hardly ever one.
      const texts = textsIn(evidence).join('\n');
      const found = all().filter(({ find }) => texts.includes(find));
      const shown: Evidence = JSON.parse(JSON.stringify(evidence), (key, value) =>
        isText(key, value) ? masked(value, found) : value,
      );
      return shown;
    },
  };
}

/** Every text of plain data, so that no field that evidence gains can be forgotten here. */
function textsIn(evidence: Evidence): readonly string[] {
  const texts: string[] = [];
  JSON.stringify(evidence, (key, value) => {
    if (isText(key, value)) texts.push(String(value));
    return value;
  });
  return texts;
}

/** A number of a record can be a phone's; moments and order numbers are nobody's. */
function isText(key: string, value: unknown): value is string | number {
  return typeof value === 'string' || (typeof value === 'number' && isShown.has(key));
}

const isShown: ReadonlySet<string> = new Set(['before', 'after']);

function masked(value: string | number, needles: readonly Needle[]): string | number {
  const said = maskAll(String(value), needles);
  return said === String(value) ? value : said;
}

function needlesOf(secret: Secret): readonly Needle[] {
  if (secret.value.length < shortest) {
    throw new SyncproofError(
      'settings',
      `The secret ${secret.name} is shorter than ${shortest} characters, so that it cannot be masked: give the test systems a longer one.`,
    );
  }
  return spellingsOf(secret.value).map((spelling) => ({ ...spelling, mask: mask(secret) }));
}

function mask({ name, value }: Secret): string {
  return `[masked: ${name}, ${value.length} characters]`;
}
