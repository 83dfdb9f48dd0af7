/** An entity's collection in paths: lower case, everything but letters to `-`. */
export function collectionName(entity: string): string {
  return dashed(entity, /\P{L}+/gu);
}

/** A system's name as it stands in its host and in ids; `system` where the name has nothing to show. */
export function hostName(system: string): string {
  return dashed(system, /[^\p{L}\p{N}]+/gu) || 'system';
}

function dashed(name: string, others: RegExp): string {
  return name.toLowerCase().replaceAll(others, '-').replaceAll(/^-|-$/g, '');
}
