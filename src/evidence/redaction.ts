import { SyncproofError } from '../errors.ts';
import type { Evidence } from './evidence.ts';
import { spellingsOf } from './secret-spellings.ts';

/** Something that must not get into evidence: what to call it, and what it is. */
export interface Secret {
  readonly name: string;
  readonly value: string;
}

/** The gate through which all text of evidence goes. It keeps no state. */
export interface Redactor {
  /** The text with every secret in it masked, however it was encoded. */
  text(text: string): string;
  /** A header's value: masked whole where the header's name says that it is secret. */
  header(name: string, value: string): string;
  /** Evidence with every text in it masked. */
  evidence(evidence: Evidence): Evidence;
}

/** Shorter values would be found everywhere, and give themselves away by where they are not. */
const shortest = 6;

const secretHeader = /^(?:authorization|cookie|set-cookie|x-api-key|proxy-.*)$/i;

/**
 * A gate against these secrets. Masks read `[masked: access_token, 26 characters]`. Refuses with
 * `settings` a secret of fewer than six characters.
 */
export function redactor(secrets: readonly Secret[]): Redactor {
  const needles = secrets.flatMap(needlesOf);
  const text = (given: string): string => maskAll(given, needles);
  return {
    text,
    header: (name, value) =>
      secretHeader.test(name) ? mask({ name: name.toLowerCase(), value }) : text(value),
    evidence: (evidence) => {
      // Every text of plain data, so that no field that evidence gains can be forgotten here.
      const masked: Evidence = JSON.parse(JSON.stringify(evidence), (_key, value) =>
        typeof value === 'string' ? text(value) : value,
      );
      return masked;
    },
  };
}

interface Needle {
  readonly find: string;
  readonly mask: string;
  /** Characters around a find that belong to it: the rest of a base64 text. */
  readonly around: RegExp | undefined;
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

interface Span {
  readonly from: number;
  readonly to: number;
  readonly mask: string;
}

/** In one pass over the finds, so that a mask is never searched for secrets itself. */
function maskAll(text: string, needles: readonly Needle[]): string {
  const spans = needles
    .flatMap((needle) => spansOf(text, needle))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  let written = '';
  let end = 0;
  for (const span of spans) {
    if (span.from >= end) written += text.slice(end, span.from) + span.mask;
    end = Math.max(end, span.to);
  }
  return written + text.slice(end);
}

function spansOf(text: string, { find, mask, around }: Needle): readonly Span[] {
  const spans: Span[] = [];
  let at = text.indexOf(find);
  while (at !== -1) {
    let from = at;
    let to = at + find.length;
    while (around?.test(text.charAt(from - 1))) from -= 1;
    while (around?.test(text.charAt(to))) to += 1;
    spans.push({ from, to, mask });
    at = text.indexOf(find, to);
  }
  return spans;
}
