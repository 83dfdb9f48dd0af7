import { describe, expect, test } from 'vitest';
import { exampleDocument, exampleSection } from '../../fixtures/documents/example.ts';
import type { SectionModel } from '../../fixtures/documents/model.ts';
import { renderDocument } from '../../fixtures/documents/render.ts';
import { entityInMemory } from '../../fixtures/engine/entity-in-memory.ts';
import { conditionOf } from '../dataflow/condition.ts';
import type { Dataflow } from '../dataflow/dataflow.ts';
import { readDataflow } from '../dataflow/read.ts';
import { defaultSettings, type SectionSettings, type Settings } from '../settings.ts';
import { planSections } from './plan.ts';
import { sectionKey } from './section-key.ts';

const { port } = entityInMemory();
const known = { system: 'any', entity: () => port };
const heading = 'Acme Customers to Globex Contact';

function read(...sections: readonly Partial<SectionModel>[]): Dataflow {
  const models = sections.map((change) => ({ ...exampleSection, ...change }));
  return readDataflow(renderDocument({ ...exampleDocument, sections: models }));
}

/** What is planned of one section that is the example but for these parts. */
function planned(
  model: Partial<SectionModel>,
  own: SectionSettings = {},
  conditions: Settings['conditions'] = {},
) {
  const settings = { ...defaultSettings, conditions, sections: { [heading]: own } };
  const systems = { source: known, target: known };
  const { sections, unsupported } = planSections({ dataflow: read(model), settings, systems });
  return { section: sections[0], unsupported };
}

test('A section is planned with its entities by their own names, its ports, and its key', () => {
  const { section } = planned({});
  expect(section).toMatchObject({
    ...{ key: 'acme-customers-to-globex-contact', heading, mergeOn: [], settings: {} },
    entity: { source: 'Customers', target: 'Contact' },
  });
  expect(section?.port).toEqual({ source: port, target: port });
  expect(section?.targetSystem).toBe(known);
});

test('Without requirements a section is named by its heading', () => {
  const [section] = read({}).sections;
  if (section === undefined) throw new Error('a section');
  expect(sectionKey({ ...section, requirements: [] })).toBe(heading);
});

const condition = 'If the Acme Customers is active';
const opening = { kind: 'conditional', condition, blanks: 1 } as const;
const linkFirst = { opening: { kind: 'link-first' }, createdBy: ['Orders'] } as const;
const relatedBy = [{ property: 'customer', section: 'Orders' }];

describe('which records get a counterpart', () => {
  test('all, where the section says every one, or adopts or creates', () => {
    expect(planned({}).section?.creates).toEqual({ kind: 'always' });
    const adopting = planned({ opening: { kind: 'link-first' }, adopts: true });
    expect(adopting.section?.creates).toEqual({ kind: 'always' });
    expect(adopting.unsupported).toEqual([]);
  });

  test('those for which its condition holds, where the settings say what it means', () => {
    const [requirement] = read({ opening }).sections[0]?.requirements ?? [];
    if (requirement === undefined) throw new Error('a promise');
    const said = conditionOf(requirement);
    const holds = () => true;
    const meant = planned({ opening }, {}, { [said]: holds });
    expect([meant.section?.creates, meant.unsupported]).toEqual([{ kind: 'while', holds }, []]);
    const unmeant = planned({ opening });
    expect(unmeant.section?.creates).toEqual({ kind: 'never' });
    expect(unmeant.unsupported).toEqual([
      { heading, reason: `the settings do not say what "${said}" means` },
    ]);
  });

  test('those that others refer to, where the settings say which', () => {
    const meant = planned(linkFirst, { relatedBy });
    expect([meant.section?.creates, meant.unsupported]).toEqual([
      { kind: 'related', by: relatedBy },
      [],
    ]);
    const unmeant = planned(linkFirst);
    expect(unmeant.section?.creates).toEqual({ kind: 'never' });
    expect(unmeant.unsupported).toEqual([
      { heading, reason: 'the settings do not say which records refer to it' },
    ]);
  });

  test('none, where a section only links', () => {
    const linking = planned({ opening: { kind: 'link-first' } }, { relatedBy });
    expect([linking.section?.creates, linking.unsupported]).toEqual([{ kind: 'never' }, []]);
  });
});

test('Records are merged on the rows that name a property on both sides', () => {
  const mergeOn = [
    { source: 'mail', target: 'email' },
    { source: '', target: 'code' },
    { source: 'number', target: '' },
  ];
  const { section } = planned({ mergeOn });
  expect(section?.mergeOn).toMatchObject([{ source: 'mail', target: 'email' }]);
});

test('A row is mapped under both of its names, and the settings say whether it is a consent', () => {
  const properties = [
    { source: 'name', target: 'fullName', type: '"string"' },
    { source: 'ads', target: 'mayAdvertise', type: '"boolean"' },
  ];
  expect(planned({ properties }, { consent: ['ads'] }).section?.rows).toMatchObject([
    { key: 'name=fullName', source: 'name', target: 'fullName', isConsent: false },
    { key: 'ads=mayAdvertise', source: 'ads', target: 'mayAdvertise', isConsent: true },
  ]);
  expect(planned({ properties }).section?.rows.map(({ isConsent }) => isConsent)).toEqual([
    false,
    false,
  ]);
});

test('A row that cannot be carried is told with its line and why', () => {
  const properties = [{ source: 'phone', target: 'digits', type: '"replace"," ","", "string"]' }];
  expect(planned({ properties }).unsupported).toEqual([
    { heading, reason: expect.stringMatching(/^line \d+: ./) },
  ]);
});

test('Of a section that no client knows the missing entity is named', () => {
  const none = { system: 'any', entity: () => undefined };
  const reasonWith = (systems: Parameters<typeof planSections>[0]['systems']) =>
    planSections({ dataflow: read({}), settings: defaultSettings, systems }).unsupported;
  expect(reasonWith({ source: none, target: known })).toEqual([
    { heading, reason: 'no client knows Acme Customers' },
  ]);
  expect(reasonWith({ source: known, target: none })).toEqual([
    { heading, reason: 'no client knows Globex Contact' },
  ]);
});

describe('the order of sections', () => {
  const orders = 'Acme Customers to Globex Order';

  function orderWith(own: Readonly<Record<string, SectionSettings>>): readonly string[] {
    const settings = { ...defaultSettings, sections: own };
    const systems = { source: known, target: known };
    const dataflow = read({ target: 'Order' }, {});
    const { sections } = planSections({ dataflow, settings, systems });
    return sections.map((section) => section.heading);
  }

  test.each<[string, SectionSettings]>([
    ['a parent', { parent: { property: 'company', section: heading } }],
    ['a linked value', { provide: { a: { kind: 'linked', section: heading, property: 'id' } } }],
    ['a referred one', { provide: { a: { kind: 'referred', section: heading, property: 'b' } } }],
  ])('lets a section wait for the one that it needs %s of', (_, needing) => {
    expect(orderWith({ [orders]: needing })).toEqual([heading, orders]);
  });

  test.each<[string, SectionSettings]>([
    ['a parent with a key', { parent: { entity: 'Order', property: 'code', value: 1 } }],
    ['a constant', { provide: { a: { kind: 'constant', value: heading } } }],
    ['itself', { parent: { property: 'parent', section: orders } }],
    ['a section that the document does not have', { parent: { property: 'b', section: 'None' } }],
  ])('is the document’s where one needs %s', (_, needing) => {
    expect(orderWith({ [orders]: needing })).toEqual([orders, heading]);
  });

  test('cannot be had where two need each other, which is told', () => {
    const circle = {
      [orders]: { parent: { property: 'a', section: heading } },
      [heading]: { parent: { property: 'b', section: orders } },
    };
    expect(() => orderWith(circle)).toThrow(
      expect.objectContaining({
        code: 'settings',
        message: expect.stringContaining(`"${orders}" needs a link that needs it in turn`),
      }),
    );
  });
});
