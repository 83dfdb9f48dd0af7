import { z } from 'zod';
import type { Problem } from '../contract/validate.ts';
import type { Row } from '../records/row.ts';
import type { Properties } from '../records/value.ts';
import { sentAddress, shownAddress } from './contract/address.ts';

type Address = z.infer<typeof sentAddress>;

/** The street addresses of customers: replaced as a whole, each with an id and a time of its own (`apis.md S22`). */
export class StreetAddresses {
  readonly #stamp: () => string;
  #nextId = 7001;

  /** `stamp` is now, as times are written. */
  constructor(stamp: () => string) {
    this.#stamp = stamp;
  }

  /** What is sent without an id is a new address; what is not sent any more is gone; a stranger's stays undated. */
  settled(fields: Properties, before: Row | undefined): Properties {
    const addresses = sent(fields);
    if (addresses.length === 0) return fields;
    const known = new Map(kept(before).map((address) => [address.id, address]));
    const settled = addresses.map(({ id, ...own }) => {
      if (id === undefined) return { ...own, id: this.#nextId++, lastChanged: this.#stamp() };
      const was = known.get(id);
      if (!was) return { ...own, id };
      return isSame(own, was) ? was : { ...own, id, lastChanged: this.#stamp() };
    });
    return { ...fields, streetAddresses: settled.map((address) => JSON.stringify(address)) };
  }

  /** An id that is sent must be that of an address which the customer has; `fields` are settled. */
  problems(fields: Properties): readonly Problem[] {
    const strangers = parsedAll(fields['streetAddresses']).filter(
      (each) => !shownAddress.safeParse(each).success,
    );
    const message = 'The customer has no address with that id.';
    return strangers.map(() => ({ kind: 'reference', path: 'streetAddresses', message }));
  }
}

function isSame(own: Address, was: Kept): boolean {
  const { id: _, lastChanged: __, ...content } = was;
  return JSON.stringify(sorted(own)) === JSON.stringify(sorted(content));
}

function sorted(members: object): readonly (readonly [string, unknown])[] {
  return Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
}

type Kept = z.infer<typeof shownAddress>;

const texts = z.array(z.string());

function sent({ streetAddresses }: Properties): readonly Address[] {
  return parsedAll(streetAddresses).map((each) => sentAddress.parse(each));
}

function kept(row: Row | undefined): readonly Kept[] {
  return parsedAll(row?.fields['streetAddresses']).map((each) => shownAddress.parse(each));
}

function parsedAll(value: Properties[string] | undefined): readonly unknown[] {
  const read = texts.safeParse(value);
  return read.success ? read.data.map((text) => JSON.parse(text)) : [];
}
