/** An entity's collection in paths: lower case, everything but letters and digits to `-`. */
export function collectionName(entity: string): string {
  return dashed(entity);
}

/** A system's name as it stands in its host and in ids; `system` where the name has nothing to show. */
export function hostName(system: string): string {
  return dashed(system) || 'system';
}

function dashed(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}
