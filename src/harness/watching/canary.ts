import type { PropertyContract } from '../../checklist/contract.ts';
import type { Value } from '../../value.ts';

const letters = 'abcdefghijkmnopqrstuvwxyz23456789';

/** A text that nothing else in the world holds: by it a value's way can be followed. */
export function canary(dice: () => number, length = 8): string {
  return Array.from({ length }, () => letters[Math.floor(dice() * letters.length)]).join('');
}

/** What a new value is drawn by, and the value that it must differ from. */
interface Draw {
  readonly dice: () => number;
  readonly unlike: Value;
}

/** A value that a person could type into this property; wherever the type has room, unlike all others. */
export function newValue(property: PropertyContract, { dice, unlike }: Draw): Value {
  switch (property.type) {
    case 'string':
      return newText(property, dice);
    case 'integer':
      return 1000 + Math.floor(dice() * 1_000_000);
    case 'decimal':
      return amount(dice);
    case 'boolean':
      return unlike !== true;
    case 'date':
      return day(dice);
    case 'stamp':
      return `${day(dice)}T08:30:00.000Z`;
    case 'enum': {
      const values = (property.values ?? []).filter((value) => value !== unlike);
      return values[Math.floor(dice() * values.length)] ?? null;
    }
    case 'list':
      return property.lines ? [newLine(dice), newLine(dice)] : [canary(dice)];
  }
}

/** A line as people type it in: it has no id yet. */
export function newLine(dice: () => number): string {
  return JSON.stringify({ text: `line ${canary(dice)}`, price: amount(dice), vat: 25 });
}

function amount(dice: () => number): number {
  return (100_001 + Math.floor(dice() * 100_000_000)) / 100;
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
