/** What an integration may do at a company, and what the company has bought (`apis.md 1.2`, `S6`). */
export interface Rights {
  /** `Customer_Full`; the read-only form drops `_Full`. */
  readonly roles: readonly string[];
  /** `TimeTracking`, `Accounting`. */
  readonly subscriptions: readonly string[];
}

/** Everything that the twin knows. */
export const allRights: Rights = {
  roles: [
    'TimeTracking_Full',
    'Project_Full',
    'Customer_Full',
    'Supplier_Full',
    'PartyContactPerson_Full',
  ],
  subscriptions: ['Accounting', 'TimeTracking'],
};

/** Any of the privileges that reading or writing a service needs. */
export function privilegesFor(service: string, access: 'read' | 'write'): readonly string[] {
  return access === 'write' ? [`${service}_Full`] : [service, `${service}_Full`];
}

/** The roles that are void, because the company lacks the module behind them. */
export function invalidRoles({ roles, subscriptions }: Rights): readonly string[] {
  const bought = subscriptions.includes('TimeTracking');
  return bought ? [] : roles.filter((role) => role.startsWith('TimeTracking'));
}

/** The roles that really hold. */
export function validRoles(rights: Rights): ReadonlySet<string> {
  const invalid = invalidRoles(rights);
  return new Set(rights.roles.filter((role) => !invalid.includes(role)));
}
