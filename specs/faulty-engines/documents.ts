import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ProvingDocument } from '../../fixtures/faulty-engines/faulty-engine.ts';
import { parents } from '../../fixtures/records/poweroffice-go.ts';
import type { Dataflow } from '../../src/dataflow/dataflow.ts';
import { readDataflow } from '../../src/dataflow/read.ts';
import { defaultSettings, type SectionSettings, type Settings } from '../../src/settings.ts';
import type { DocumentUnderTest } from '../checklist.ts';
import { ours } from '../crmoffice-poweroffice-go/document.ts';
import { crmOfficeKind, documentKind, markerProperty, powerOfficeGoKind } from '../systems.ts';

/** The documents on which engines are proved faulty, by the names that the faulty engines give them. */
export const documents: Readonly<Record<ProvingDocument, DocumentUnderTest>> = {
  contacts: contacts(),
  'contact-persons': contactPersons(),
  ours,
};

/** Several properties of several types between two systems of which only the document is known. */
function contacts(): DocumentUnderTest {
  const dataflow = read('./contacts.rst');
  return {
    file: '',
    dataflow,
    settings: forAll(dataflow, {
      provide: { [markerProperty]: { kind: 'marker', prefix: 'CRM-' } },
      marker: markerProperty,
    }),
    kinds: {
      source: documentKind(dataflow, 'source'),
      target: documentKind(dataflow, 'target'),
    },
  };
}

/** Properties on records of PowerOffice GO that have modification times, unlike those of our own document. */
function contactPersons(): DocumentUnderTest {
  const dataflow = read('./contact-persons.rst');
  return {
    file: '',
    dataflow,
    settings: forAll(dataflow, {
      parent: { entity: 'Customer', property: 'code', value: parents.customerCode },
      provide: { externalCode: { kind: 'marker', prefix: 'CRM-' } },
      marker: 'externalCode',
    }),
    kinds: { source: crmOfficeKind, target: powerOfficeGoKind },
  };
}

function read(path: string): Dataflow {
  return readDataflow(readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8'));
}

function forAll({ sections }: Dataflow, settings: SectionSettings): Settings {
  const each = sections.map(({ heading }) => [heading, settings]);
  return { ...defaultSettings, sections: Object.fromEntries(each) };
}
