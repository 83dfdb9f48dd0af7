import type { Instant } from '../../../src/clock.ts';
import type { Recipe } from './generated.ts';

/** The person of a number: as long as people's records are, and unlike all others. */
function person(n: number) {
  return {
    ...{ email: `person.${n}@example.no`, name: `Person ${n} Ødegård`, points: n },
    ...{ credit: n / 4, newsletter: n % 2 === 0, tags: [`tag ${n % 7}`, `tag ${n % 11}`] },
  };
}

/** People, the last of whom came in just before the first pass. */
export function people(count: number, firstPass: Instant): Recipe {
  return { fields: person, modifiedAt: (n) => firstPass - (count - n + 1) * 1000 };
}

/** What the document makes of people, one after the other at a rate of one in `paceMs`. */
export function contacts(firstPass: Instant, paceMs: number): Recipe {
  return {
    fields: (n) => {
      const { email, name, points, credit, newsletter, tags } = person(n);
      return {
        ...{ emailAddress: email, displayName: name, loyaltyPoints: points, creditLimit: credit },
        ...{ wantsNewsletter: newsletter, labels: tags, externalReference: `CRM-${n}` },
      };
    },
    modifiedAt: (n) => firstPass + n * paceMs,
  };
}
