import { Buffer } from 'node:buffer';

/** One way in which a secret can stand in a text. */
export interface Spelling {
  readonly find: string;
  /** What may stand around it and belongs to it; `undefined` where it stands for itself. */
  readonly around: RegExp | undefined;
}

/**
 * Every spelling of a secret that goes over a wire: as it is, inside a JSON text, URL-encoded
 * (as a component and as a form, either case of hex), and base64 of a text that holds it anywhere.
 */
export function spellingsOf(secret: string): readonly Spelling[] {
  const component = encodeURIComponent(secret.toWellFormed());
  const form = new URLSearchParams({ '': secret }).toString().slice(1);
  const json = JSON.stringify(secret).slice(1, -1);
  const plain = [secret, json, json.replaceAll('/', '\\/'), component, form];
  const hex = [component, form].map((text) =>
    text.replaceAll(/%../g, (byte) => byte.toLowerCase()),
  );
  return [
    ...[...new Set([...plain, ...hex])].map((find) => ({ find, around: undefined })),
    ...base64Cores(secret).map((find) => ({ find, around: /[A-Za-z0-9+/=_-]/ })),
  ];
}

/**
 * Base64 spells three bytes as four characters, so a secret has three spellings inside a longer
 * text, by where it starts. Of each only the characters that depend on the secret alone are kept.
 */
function base64Cores(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const cores = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64url');
    const bits = (before + bytes.length) * 8;
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6));
  });
  const standard = cores.map((core) => core.replaceAll('-', '+').replaceAll('_', '/'));
  return [...new Set([...cores, ...standard])];
}
