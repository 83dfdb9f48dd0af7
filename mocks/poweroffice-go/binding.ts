import type { Route } from '../http/route.ts';
import type { Resource } from './resource.ts';

const ids = ['id', 'parentId'];
const options = ['filter', 'orderby', 'top', 'skip'];

/**
 * Binds a call's parameters before it is handled: ids in a path are whole numbers, and on the newer
 * back end a query option that is there is not empty (`apis.md 0`, `S2`).
 */
export function bound({ envelope, backend }: Resource, handle: Route['handle']): Route['handle'] {
  return (call) => {
    for (const name of ids) {
      const id = call.params[name];
      if (id !== undefined && !/^\d{1,15}$/.test(id)) {
        return envelope.unbound(name, `The value '${id}' is not valid.`);
      }
    }
    const empty = backend.emptyFails
      ? options.find((name) => call.url.searchParams.get(`$${name}`) === '')
      : undefined;
    return empty === undefined
      ? handle(call)
      : envelope.unbound(empty, `The ${empty} field is required.`);
  };
}
