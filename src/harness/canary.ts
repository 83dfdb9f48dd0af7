import type { PropertyContract } from '../checklist/contract.ts';
import type { Value } from '../value.ts';

const letters = 'abcdefghijkmnopqrstuvwxyz23456789';

/** A text that nothing else in the world holds: by it a value's way can be followed. */
export function canary(dice: () => number, length = 8): string {
  return Array.from({ length }, () => letters[Math.floor(dice() * letters.length)]).join('');
}

/** A new value that a person could type into this property, unlike all others. */
export function newValue(property: PropertyContract, dice: () => number): Value {
  switch (property.type) {
    case 'string':
      return newText(property, dice);
    case 'integer':
    case 'decimal':
      return 1000 + Math.floor(dice() * 1_000_000);
    case 'boolean':
      return dice() < 0.5;
    case 'date':
      return day(dice);
    case 'stamp':
      return `${day(dice)}T08:30:00.000Z`;
    case 'enum':
      return property.values?.[Math.floor(dice() * property.values.length)] ?? null;
    case 'list':
      return [canary(dice)];
  }
}

function newText({ name, maxLength = 60 }: PropertyContract, dice: () => number): string {
  const word = name.split('.').at(-1) ?? name;
  return maxLength >= word.length + 9
    ? `${word} ${canary(dice)}`
    : canary(dice, Math.min(8, maxLength));
}

function day(dice: () => number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `20${two(10 + Math.floor(dice() * 30))}-${two(1 + Math.floor(dice() * 12))}-${two(1 + Math.floor(dice() * 28))}`;
}
