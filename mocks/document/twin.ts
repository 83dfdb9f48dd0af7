import { behavioursOf } from '../contract/behaviour.ts';
import { plainRestRows } from '../plain-rest/behaviours.ts';
import { hostName } from '../plain-rest/names.ts';
import { type Offers, offerRows } from '../plain-rest/offers.ts';
import { createPlainRest } from '../plain-rest/system.ts';
import type { Twin, TwinOptions } from '../twin.ts';
import { type DocumentEntity, documentEntity } from './entities.ts';
import { lineRules } from './lines.ts';

/** What a document, and whoever takes it to be proved on, say of a system. */
export interface DocumentTwinOptions extends TwinOptions {
  readonly system: string;
  readonly entities: readonly DocumentEntity[];
  readonly offers?: Offers;
  /** Where it answers; an address of its own where none is given. */
  readonly baseUrl?: string;
}

/** A system of which only a document is known: its entities and properties, in plain REST. */
export function createDocumentTwin(options: DocumentTwinOptions): Twin {
  const name = hostName(options.system);
  return createPlainRest({
    // An origin as URLs spell it: a name beyond ASCII becomes punycode.
    baseUrl: new URL(`https://${name}.test`).origin,
    ...options,
    rules: lineRules,
    entities: options.entities.map((entity) => documentEntity(entity, options.offers)),
    behaviours: behavioursOf(name, [...plainRestRows, ...offerRows(options.offers ?? {})]),
  });
}
