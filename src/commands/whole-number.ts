import { InvalidArgumentError } from 'commander';

/** An option's text as a whole number from 0; refused by commander, in words, where it is none. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError('It must be a whole number, such as 1.');
}
