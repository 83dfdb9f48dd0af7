import type { PropertyContract } from '../../checklist/contract.ts';
import type { Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import type { Bench } from './bench.ts';
import { empty } from './oracle.ts';

/** The property of one side of a section that a value is written to, and all sections of its document. */
interface Place {
  readonly bench: Bench;
  readonly benches: readonly Bench[];
  readonly side: Side;
  readonly property: string;
}

/**
 * Whether a value can be written to a property and stand there as it is, by the contract of its API
 * (`sync-bugs.md` 4, limits); what the contract does not know can hold everything.
 */
export function canHold(place: Place, value: Value): boolean {
  const property = writtenTo(place);
  if (property === undefined) return true;
  if (property.readOnly) return false;
  if (empty(value)) return !property.required;
  return fits[property.type]([value].flat().join(', '), property);
}

/** What is written where one property is only another's view (`writeThrough`). */
function writtenTo({ bench, benches, side, property }: Place): PropertyContract | undefined {
  const through = side === 'target' ? bench.settings.writeThrough?.[property] : undefined;
  if (through === undefined) return bench.property(side, property);
  const other = benches.find(({ section }) => section.heading === through.section);
  return other?.property(side, through.property);
}

/** By type, whether the text of a value can be held; a list is written as one text. */
const fits: Readonly<
  Record<PropertyContract['type'], (text: string, property: PropertyContract) => boolean>
> = {
  string: (text, { maxLength = Number.POSITIVE_INFINITY }) => text.length <= maxLength,
  integer: (text) => isExact(text) && Number.isInteger(Number(text)),
  decimal: isExact,
  enum: (text, { values }) => isExact(text) && (values?.includes(Number(text)) ?? true),
  boolean: (text) => text === 'true' || text === 'false',
  date: isMoment,
  stamp: isMoment,
  list: () => true,
};

/** Whether a number says the same as the text, to the last digit. */
function isExact(text: string): boolean {
  return String(Number(text)) === text && Number.isFinite(Number(text));
}

function isMoment(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}
