import type { Value } from '../../value.ts';
import type { Rewrite } from '../fault-rule.ts';

/** What is left of a value that a system rewrites as it stores it; written apart from the twins'. */
export function rewritten(rewrite: Rewrite | undefined, value: Value): Value {
  const [name = '', amount = '0'] = rewrite?.split(':') ?? [];
  if (name === 'ignore') return null;
  if (name === 'sort') return Array.isArray(value) ? value.toSorted() : value;
  if (name === 'round')
    return typeof value === 'number' ? Number(value.toFixed(Number(amount))) : value;
  if (name === 'truncate')
    return typeof value === 'string' ? value.slice(0, Number(amount)) : value;
  return typeof value === 'string' ? (texts[name]?.(value) ?? value) : value;
}

const texts: Readonly<Record<string, (text: string) => string>> = {
  trim: (text) => text.trim(),
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  phone: (text) => text.replaceAll(/[^\d+]/g, '').replace(/^00/, '+'),
  nfc: (text) => text.normalize('NFC'),
  crlf: (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  escape: (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
};
