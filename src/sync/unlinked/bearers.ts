import type { Value } from '../../value.ts';
import { isEmpty } from '../linked/convert.ts';
import type { EntityPort } from '../port.ts';
import type { RemoteRecord } from '../record.ts';

/**
 * The records of an entity that bear a value in a property. A system that does not know a condition,
 * or answers with a page of something else, shows records that were not asked for: whoever shows
 * another value there is none. One that leaves the property out may be.
 */
export async function bearers(
  port: Pick<EntityPort, 'find'>,
  by: { readonly property: string; readonly value: Value },
): Promise<readonly RemoteRecord[]> {
  const found = await port.find(by);
  return found.filter(({ properties }) => {
    const shown = properties[by.property];
    return isEmpty(shown) || String(shown) === String(by.value);
  });
}
