import { expect, test } from 'vitest';
import { exampleDocument, exampleSection } from '../../fixtures/documents/example.ts';
import { renderDocument } from '../../fixtures/documents/render.ts';
import type { Dataflow } from '../dataflow/dataflow.ts';
import { readDataflow } from '../dataflow/read.ts';
import { defaultSettings, type SectionSettings } from '../settings.ts';
import { planSections } from './plan.ts';
import type { EntityPort, SystemPort } from './port.ts';

const unused = (): never => {
  throw new Error('planning touches no system');
};
const port: EntityPort = {
  stamped: true,
  ...{ list: unused, read: unused, find: unused, create: unused, update: unused },
};

/** A system that knows these entities. */
function system(...entities: readonly string[]): SystemPort {
  return { system: 'any', entity: (name) => (entities.includes(name) ? port : undefined) };
}

const systems = { source: system('Customers'), target: system('Contact', 'Order') };

/** Customers to Order, then Customers to Contact. */
const both: Dataflow = readDataflow(
  renderDocument({
    ...exampleDocument,
    sections: [{ ...exampleSection, target: 'Order' }, exampleSection],
  }),
);
const orders = 'Acme Customers to Globex Order';
const contacts = 'Acme Customers to Globex Contact';

function needing(section: string): SectionSettings {
  return { provide: { owner: { kind: 'linked', section, property: 'code' } } };
}

function planned(sections: Readonly<Record<string, SectionSettings>>) {
  return planSections({ dataflow: both, settings: { ...defaultSettings, sections }, systems });
}

test('Sections keep the order of the document', () => {
  expect(planned({}).sections.map(({ heading }) => heading)).toEqual([orders, contacts]);
});

test('A section comes after the one whose link it needs', () => {
  const plan = planned({ [orders]: needing(contacts) });
  expect(plan.sections.map(({ heading }) => heading)).toEqual([contacts, orders]);
});

test('Sections that need each other are refused', () => {
  const circle = { [orders]: needing(contacts), [contacts]: needing(orders) };
  expect(() => planned(circle)).toThrow(expect.objectContaining({ code: 'settings' }));
});

test('A section whose entity no client knows is left out, and it is said', () => {
  const known = { source: systems.source, target: system('Contact') };
  const plan = planSections({ dataflow: both, settings: defaultSettings, systems: known });
  expect(plan.sections.map(({ heading }) => heading)).toEqual([contacts]);
  expect(plan.unsupported).toMatchObject([
    { heading: orders, reason: expect.stringContaining('Globex Order') },
  ]);
});

test('A row whose data type is an expression is left out, and it is said', () => {
  const properties = [
    { source: 'name', target: 'fullName', type: '"string"' },
    { source: 'phone', target: 'digits', type: '"replace"," ","", "string"]' },
  ];
  const dataflow = readDataflow(
    renderDocument({ ...exampleDocument, sections: [{ ...exampleSection, properties }] }),
  );
  const plan = planSections({ dataflow, settings: defaultSettings, systems });
  expect(plan.sections[0]?.rows.map(({ key }) => key)).toEqual(['name=fullName']);
  expect(plan.unsupported).toMatchObject([{ heading: contacts }]);
});
