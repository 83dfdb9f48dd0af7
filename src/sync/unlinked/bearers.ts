import type { Value } from '../../value.ts';
import { isEmpty } from '../linked/convert.ts';
import type { EntityPort } from '../port.ts';
import { type RemoteRecord, ref } from '../record.ts';

/**
 * The records of an entity that bear a value in a property. A system that does not know a condition,
 * or answers with a page of something else, shows records that were not asked for: whoever shows
 * another value there is none. A list may leave the property out: then the record itself has to say.
 */
export async function bearers(
  port: Pick<EntityPort, 'find' | 'read'>,
  by: { readonly property: string; readonly value: Value },
): Promise<readonly RemoteRecord[]> {
  const bearing: RemoteRecord[] = [];
  for (const found of await port.find(by)) {
    const listed = found.properties[by.property];
    const shown = isEmpty(listed) ? (await port.read(ref(found)))?.properties[by.property] : listed;
    if (!isEmpty(shown) && String(shown) === String(by.value)) bearing.push(found);
  }
  return bearing;
}
