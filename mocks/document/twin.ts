import { behavioursOf } from '../behaviour.ts';
import { plainRestRows } from '../plain-rest/behaviours.ts';
import { hostName } from '../plain-rest/names.ts';
import { createPlainRest } from '../plain-rest/system.ts';
import type { Twin, TwinOptions } from '../twin.ts';
import { type DocumentEntity, documentEntity } from './entities.ts';

/** A system of which only a document is known: its entities and properties, in plain REST. */
export function createDocumentTwin(
  options: TwinOptions & { readonly system: string; readonly entities: readonly DocumentEntity[] },
): Twin {
  const name = hostName(options.system);
  return createPlainRest({
    ...options,
    // An origin as URLs spell it: a name beyond ASCII becomes punycode.
    baseUrl: new URL(`https://${name}.test`).origin,
    entities: options.entities.map(documentEntity),
    behaviours: behavioursOf(name, plainRestRows),
  });
}
