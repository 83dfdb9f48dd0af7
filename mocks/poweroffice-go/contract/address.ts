import { z } from 'zod';

const texts = {
  address1: z.string(),
  address2: z.string(),
  city: z.string(),
  zipCode: z.string(),
  countryCode: z.string().length(2),
  externalCode: z.string(),
};

const own = z.object({ ...texts, isPrimary: z.boolean() }).partial();

/** A street address as it is sent: names in any casing of their first letter, others ignored, `null` as nothing. */
export const sentAddress = z.preprocess(folded, own.extend({ id: z.int().optional() }));

/** A street address as it is shown (`apis.md 2.5`). */
export const shownAddress = own
  .extend({ id: z.int(), lastChanged: z.string().regex(/ \+00:00$/) })
  .strict();

function folded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(
    members.map(([name, member]) => [`${name.charAt(0).toLowerCase()}${name.slice(1)}`, member]),
  );
}
