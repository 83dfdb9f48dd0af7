import type { Section } from '../dataflow/dataflow.ts';
import { defaultSettings, type SectionSettings } from '../settings.ts';
import type { Value } from '../value.ts';
import type { ReportedConflict } from './system-under-test.ts';
import { customersSection } from './test-sections.ts';
import { born, made, type TestWorld, testWorld } from './test-world.ts';

/** A world with one pair, the customer 1 and the contact 9, of which both say Trondheim. */
export function pair(
  settings: SectionSettings = {},
  section: Section = customersSection(),
): TestWorld {
  const sections = { [section.heading]: settings };
  const told = testWorld({ ...defaultSettings, sections }, [section]);
  const [name, city] = ['Ada Lovelace', 'Trondheim'];
  told.change({ ...born, id: '1', fields: { name, city } });
  told.change({ ...made, id: '9', fields: { fullName: name, town: city } });
  return told;
}

/** A person edits the city of the customer. */
export function typed(told: TestWorld, city: Value): void {
  told.change({ by: 'user', side: 'source', id: '1', fields: { city } });
}

/** The engine writes the city of the customer. */
export function replaced(told: TestWorld, city: Value): void {
  told.change({ by: 'engine', side: 'source', id: '1', fields: { city } });
}

/** A person edits the town of the contact. */
export function typedThere(told: TestWorld, town: Value): void {
  told.change({ by: 'user', side: 'target', id: '9', fields: { town } });
}

/** The engine writes the town of the contact. */
export function carried(told: TestWorld, town: Value): void {
  told.change({ by: 'engine', side: 'target', id: '9', fields: { town } });
}

/** The engine says that this city of the customer lost. */
export function lostCity(lost: Value): ReportedConflict {
  const record = { side: 'source', entity: 'Customers', id: '1' } as const;
  return { record, property: 'city', lost };
}

/** The engine says that this town of the contact lost. */
export function lostTown(lost: Value): ReportedConflict {
  const record = { side: 'target', entity: 'Contact', id: '9' } as const;
  return { record, property: 'town', lost };
}
