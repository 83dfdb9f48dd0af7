import type { PropertyContract } from '../../checklist/contract.ts';
import type { Value } from '../../value.ts';
import { empty } from './oracle.ts';
import { type Place, writtenTo } from './written-to.ts';

/**
 * Whether a value can be written to a property and stand there as it is, by the contract of its API
 * (`sync-bugs.md` 4, limits); what the contract does not know can hold everything.
 */
export function canHold(place: Place, value: Value): boolean {
  const home = writtenTo(place);
  const property = home.bench.property(place.side, home.property);
  if (property === undefined) return true;
  if (property.readOnly) return false;
  if (empty(value)) return !property.required;
  return fits[property.type]([value].flat().join(', '), property);
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
