import type { Faker } from '@faker-js/faker';
import { crmOfficeRecords } from '../fixtures/records/crmoffice.ts';
import { documentRecord } from '../fixtures/records/document.ts';
import { powerOfficeGoRecords, standingRecords } from '../fixtures/records/poweroffice-go.ts';
import type { PropertyType } from '../mocks/contract/system-contract.ts';
import { createCrmOffice } from '../mocks/crmoffice/twin.ts';
import type { DocumentEntity, DocumentProperty } from '../mocks/document/entities.ts';
import { createDocumentTwin } from '../mocks/document/twin.ts';
import type { Offers } from '../mocks/plain-rest/offers.ts';
import { createPowerOfficeGo } from '../mocks/poweroffice-go/twin.ts';
import type { Twin, TwinOptions } from '../mocks/twin.ts';
import type { Clock } from '../src/clock.ts';
import type { Dataflow } from '../src/dataflow/dataflow.ts';
import { entityName } from '../src/dataflow/entity-name.ts';
import type { Settings, Side } from '../src/settings.ts';
import type { SystemPort } from '../src/sync/port.ts';
import { crmOffice } from '../src/systems/crmoffice/system.ts';
import { documentSystem } from '../src/systems/document/system.ts';
import { powerOfficeGo } from '../src/systems/poweroffice-go/system.ts';
import type { Properties } from '../src/value.ts';

/** How one system takes part in a world: its twin, its client, and the records people make there. */
export interface SystemKind {
  /** Answers at `baseUrl`, or at an address of its own. */
  twin(options: TwinOptions & { readonly baseUrl?: string }): Twin;
  port(twin: Twin, wire: Wire): SystemPort;
  record(entity: string, faker: Faker): Properties;
  /** What is there before anything is synchronised. */
  readonly standing: readonly (readonly [entity: string, record: Properties])[];
}

/** What a client reaches its system by. */
export interface Wire {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

/** CRMOffice: mostly assumed, see its contract. */
export const crmOfficeKind: SystemKind = {
  twin: createCrmOffice,
  port: ({ baseUrl, credentials }, wire) => crmOffice({ baseUrl, ...client(credentials), ...wire }),
  record: (entity, faker) => crmOfficeRecords[entity]?.(faker) ?? {},
  standing: [],
};

/** PowerOffice GO, API version 1. */
export const powerOfficeGoKind: SystemKind = {
  twin: createPowerOfficeGo,
  port: ({ baseUrl, credentials }, wire) =>
    powerOfficeGo({
      baseUrl,
      applicationKey: credentials['applicationKey'] ?? '',
      clientKey: credentials['clientKey'] ?? '',
      ...wire,
    }),
  record: (entity, faker) => powerOfficeGoRecords[entity]?.(faker) ?? {},
  standing: standingRecords,
};

/** A system of which only a document is known: its twin is made from the document, and what settings add to it. */
export function documentKind(known: Known, side: Side): SystemKind {
  const { dataflow, offers = {} } = known;
  const system = dataflow[side] === '' ? `the ${side} system` : dataflow[side];
  const entities = documentEntities(known, side);
  const unfilled = new Set([markerProperty, ...references(known, side)]);
  return {
    twin: (options) => createDocumentTwin({ ...options, system, entities, offers }),
    port: ({ baseUrl, credentials, contract }, wire) =>
      documentSystem({
        ...{ system, baseUrl, ...client(credentials), ...wire },
        offers: new Set(contract.offers),
      }),
    record: (entity, faker) =>
      documentRecord(
        (entities.find(({ name }) => name === entity)?.properties ?? []).filter(
          ({ name }) => !unfilled.has(name),
        ),
        faker,
      ),
    standing: [],
  };
}

/** A document, and what is taken with it. */
export interface Known {
  readonly dataflow: Dataflow;
  readonly settings: Settings;
  /** What both twins offer beyond reading and writing single records. */
  readonly offers?: Offers;
  /** Properties of a side of which more is known than the document says. */
  readonly known?: Readonly<Record<Side, readonly DocumentProperty[]>> | undefined;
}

/** By what a counterpart in a document twin is found again. */
export const markerProperty = 'externalReference';

/** The entities of one side with the properties that all sections together name, and some more of nobody's. */
function documentEntities(known: Known, side: Side): readonly DocumentEntity[] {
  const { dataflow } = known;
  const sections = Map.groupBy(dataflow.sections, (section) =>
    entityName({ entity: section[side], system: dataflow[side] }),
  );
  return [...sections].map(([name, members]) => {
    const types = new Map<string, PropertyType>(unmapped);
    for (const row of members.flatMap(({ mergeOn }) => mergeOn)) types.set(row[side], 'string');
    for (const reference of references(known, side)) types.set(reference, 'string');
    for (const row of members.flatMap(({ properties }) => properties)) {
      types.set(row[side], typeOf(row.type));
    }
    types.delete('');
    const properties = [...types].map(
      ([property, type]): DocumentProperty =>
        known.known?.[side].find((each) => each.name === property) ?? { name: property, type },
    );
    return { name, properties };
  });
}

/** The properties by which records refer to others: settings name them, and people fill them in knowingly. */
function references({ settings }: Known, side: Side): readonly string[] {
  return Object.values(settings.sections).flatMap(({ provide = {}, relatedBy = [] }) => {
    const referred = Object.entries(provide).flatMap(([target, provided]) =>
      provided.kind === 'referred' ? [{ source: provided.property, target }] : [],
    );
    const related = side === 'source' ? relatedBy.map(({ property }) => property) : [];
    return [...referred.map((each) => each[side]), ...related];
  });
}

/** What every entity of a document twin has beside the document's own properties. */
const unmapped: readonly (readonly [string, PropertyType])[] = [
  [markerProperty, 'string'],
  ['remark', 'string'],
  ['shelf', 'string'],
  ['rank', 'integer'],
];

const types: Readonly<Record<string, PropertyType>> = {
  '"integer"': 'integer',
  '"float"': 'decimal',
  '"decimal"': 'decimal',
  '"boolean"': 'boolean',
  '"list"': 'list',
};

function typeOf(cell: string): PropertyType {
  return types[cell] ?? 'string';
}

function client(credentials: Twin['credentials']): { clientId: string; clientSecret: string } {
  return {
    clientId: credentials['clientId'] ?? '',
    clientSecret: credentials['clientSecret'] ?? '',
  };
}
