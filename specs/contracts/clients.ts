import { client as crmClient, baseUrl as crmUrl } from '../../fixtures/exchanges/plain-rest.ts';
import { keys } from '../../fixtures/exchanges/poweroffice-go.ts';
import { virtualClock } from '../../src/clock.ts';
import type { EntityPort, SystemPort } from '../../src/sync/port.ts';
import { crmOffice } from '../../src/systems/crmoffice/system.ts';
import { powerOfficeGo } from '../../src/systems/poweroffice-go/system.ts';

/** When every wire spec begins: 2026-03-02T08:00:00Z. */
export const morning = Date.UTC(2026, 2, 2, 8);

/** Where PowerOffice GO is in wire specs. */
export const goUrl = 'https://poweroffice-go.test';

/** A fresh client of CRMOffice, over the global fetch. */
export function connectCrm() {
  const clock = virtualClock(morning);
  const system = crmOffice({ baseUrl: `${crmUrl}/`, ...crmClient, fetch, clock });
  const contacts = entityOf(system, 'Contacts');
  return { clock, system, contacts, companies: entityOf(system, 'Companies') };
}

/** A fresh client of PowerOffice GO, over the global fetch. */
export function connectGo() {
  const clock = virtualClock(morning);
  const system = powerOfficeGo({ baseUrl: goUrl, ...keys, fetch, clock });
  return {
    clock,
    system,
    activities: entityOf(system, 'Timetrackingactivity'),
    projectActivities: entityOf(system, 'Projectactivity'),
    contacts: entityOf(system, 'Contactperson'),
  };
}

/** An entity that the system must have. */
export function entityOf(system: SystemPort, name: string): EntityPort {
  const port = system.entity(name);
  if (port === undefined) throw new Error(`${system.system} has no ${name}`);
  return port;
}
