/**
 * The collection of an entity that is known by name only: in lower case, everything but letters
 * and digits a hyphen. `Sales Orders (open)` is `sales-orders-open`.
 */
export function collectionName(entity: string): string {
  return entity
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
