/**
 * An entity's name without its system's: `Acme Orders` of `Acme` is `Orders`.
 * A name that does not start with the system's (or a system without a name) stays whole.
 */
export function entityName(of: { readonly entity: string; readonly system: string }): string {
  const prefix = `${of.system} `;
  return of.system !== '' && of.entity.startsWith(prefix)
    ? of.entity.slice(prefix.length)
    : of.entity;
}
