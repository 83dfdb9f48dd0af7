import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ProvingDocument } from '../../fixtures/faulty-engines/faulty-engine.ts';
import { parents } from '../../fixtures/records/poweroffice-go.ts';
import type { Offers } from '../../mocks/plain-rest/offers.ts';
import type { Dataflow } from '../../src/dataflow/dataflow.ts';
import { readDataflow } from '../../src/dataflow/read.ts';
import {
  defaultSettings,
  type Provided,
  type SectionSettings,
  type Settings,
} from '../../src/settings.ts';
import type { Properties } from '../../src/value.ts';
import { ours } from '../crmoffice-poweroffice-go/document.ts';
import { onDocumentTwins } from '../document-under-test.ts';
import type { DocumentUnderTest } from '../subject.ts';
import { crmOfficeKind, type Known, markerProperty, powerOfficeGoKind } from '../systems.ts';

/** When limited mode begins: after each world does. */
const limit = Date.UTC(2026, 0, 5, 9, 0, 0);

/** How long deletions are remembered, in milliseconds: for some passes, and not for as many as come between two whole listings. */
const remembered = 300_000;

/** The options of a status when the systems were set up. */
const options = [1, 2, 3] as const;

const people = 'CRM Persons to Accounting Contacts';
const companies = 'CRM Companies to Accounting Customers';

const companyOf: Provided = { kind: 'referred', property: 'company', section: companies };

const nameOfCompany: Provided = { ...companyOf, target: 'customerName' };

/** The documents on which engines are proved faulty, by the names that the faulty engines give them. */
export const documents: Readonly<Record<ProvingDocument, DocumentUnderTest>> = {
  contacts: between('contacts'),
  'contact-persons': contactPersons(),
  ours,
  adopting: between('adopting'),
  merging: between('merging'),
  conditional: between('conditional', {
    conditions: { 'If the CRM Persons wants the newsletter': wantsNewsletter },
  }),
  related: between('related', {
    of: { [companies]: { relatedBy: [{ property: 'company', section: people }] } },
  }),
  parents: between('parents', { of: { [people]: { provide: { customer: companyOf } } } }),
  employers: between('parents', { of: { [people]: { provide: { employer: nameOfCompany } } } }),
  'read-only': between('adopting', { of: { [people]: { share: { target: false } } } }),
  unmarked: between('people', { marked: false }),
  'one-way': between('contacts', { of: { [people]: { share: { source: false } } } }),
  offering: between('people', {
    offers: { batches: true, notifications: true, tombstones: remembered, archives: true },
  }),
  orders: between('orders', {
    known: {
      source: [{ name: 'lines', type: 'lines' }],
      target: [{ name: 'rows', type: 'lines' }],
    },
  }),
  choices: between('choices', {
    of: { [people]: { consent: ['mayContact'] } },
    known: {
      source: [{ name: 'status', type: 'enum', values: options, open: true }],
      target: [{ name: 'state', type: 'enum', values: options }],
    },
  }),
  limited: between('contacts', { of: { [people]: { limitedSince: limit } } }),
};

function wantsNewsletter(person: Properties): boolean {
  return person['newsletter'] === true;
}

interface Said {
  readonly conditions?: Settings['conditions'];
  /** What the settings say of single sections beside the marker, by heading. */
  readonly of?: Settings['sections'];
  /** False where no settings say by what a counterpart is found again. */
  readonly marked?: boolean;
  /** What both systems offer beyond reading and writing single records. */
  readonly offers?: Offers;
  /** Properties of which more is known than the document says. */
  readonly known?: Known['known'];
}

/** A document between two systems of which nothing else is known. */
function between(
  name: string,
  { conditions = {}, of = {}, marked = true, ...more }: Said = {},
): DocumentUnderTest {
  const dataflow = read(`./${name}.rst`);
  const sections = dataflow.sections.map(({ heading }) => {
    const own = of[heading] ?? {};
    if (!marked) return [heading, own] as const;
    const provide = {
      [markerProperty]: { kind: 'marker', prefix: 'CRM-' },
      ...own.provide,
    } as const;
    return [heading, { ...own, provide, marker: markerProperty }] as const;
  });
  const settings = { ...defaultSettings, conditions, sections: Object.fromEntries(sections) };
  return { file: '', ...onDocumentTwins({ dataflow, settings, ...more }) };
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
