import { expect, test } from 'vitest';
import type { PropertyContract } from '../../checklist/contract.ts';
import { defaultSettings, type SectionSettings, type Side } from '../../settings.ts';
import { benches } from '../basis/bench.ts';
import { customersSection, ordersSection } from '../test-sections.ts';
import { testWorld } from '../test-world.ts';
import { unmappedProperties } from './unmapped.ts';

const customers = customersSection();
const orders = ordersSection();

const open: PropertyContract = {
  ...{ name: '', type: 'string', source: 'test' },
  ...{ readOnly: false, required: false, unique: false },
};

const coupling = { entity: 'Others', property: 'foreign', ownKey: 'a', theirKey: 'b' };

interface Given {
  readonly side: Side;
  /** Of the first section's entity, beside what its rows carry. */
  readonly properties: readonly (Partial<PropertyContract> & { readonly name: string })[];
  readonly settings?: Readonly<Record<string, SectionSettings>>;
  /** The second section writes the first one's entities. */
  readonly alike?: true;
}

/** What nobody maps of one side of the first of two sections. */
function unmapped({ side, properties, settings = {}, alike }: Given): readonly string[] {
  const { source, target } = alike ? customers : orders;
  const { world } = testWorld({ ...defaultSettings, sections: settings }, [
    customers,
    { ...orders, source, target },
  ]);
  const contract = {
    system: side === 'source' ? 'Acme' : 'Globex',
    entities: [
      { name: 'Others', properties: [{ ...open, name: 'foreign' }] },
      {
        name: side === 'source' ? 'Customers' : 'Contact',
        properties: properties.map((each) => ({ ...open, ...each })),
      },
    ],
    assumptions: [],
  };
  const known = { ...world, contracts: { ...world.contracts, [side]: contract } };
  const all = benches(known);
  const [bench] = all;
  if (bench === undefined) throw new Error('there is no section');
  return unmappedProperties({ bench, benches: all, world: known }, side);
}

test('What no row carries is unmapped, where a person can type into it', () => {
  const properties: Given['properties'] = [
    { name: 'name' },
    { name: 'remark' },
    { name: 'balance', readOnly: true },
    { name: 'tags', type: 'list' },
    { name: 'short', coupledTo: coupling },
  ];
  expect(unmapped({ side: 'source', properties })).toEqual(['remark']);
});

test.each(['id', 'company.id', 'companyId', 'code', 'customerCode'])(
  'A reference is left alone: %s',
  (name) => {
    expect(unmapped({ side: 'source', properties: [{ name }] })).toEqual([]);
  },
);

test.each(['idea', 'codes', 'codex', 'grid'])('%s is no reference', (name) => {
  expect(unmapped({ side: 'source', properties: [{ name }] })).toEqual([name]);
});

test('What settings provide is of the target, and of that section alone', () => {
  const provide = { remark: { kind: 'constant', value: 'x' } } as const;
  const properties = [{ name: 'remark' }];
  const own = { [customers.heading]: { provide } };
  expect(unmapped({ side: 'target', properties, settings: own })).toEqual([]);
  expect(unmapped({ side: 'source', properties, settings: own })).toEqual(['remark']);
  const other = { [orders.heading]: { provide } };
  expect(unmapped({ side: 'target', properties, settings: other })).toEqual(['remark']);
  expect(unmapped({ side: 'target', properties, settings: other, alike: true })).toEqual([]);
});

test('A row of another section is mapped where it is a row of the same entity', () => {
  const properties = [{ name: 'number' }];
  expect(unmapped({ side: 'source', properties })).toEqual(['number']);
  expect(unmapped({ side: 'source', properties, alike: true })).toEqual([]);
});

test('What another section writes through is mapped, on the target that it names', () => {
  const properties = [{ name: 'phone' }];
  const through = (section: string) => ({
    [orders.heading]: { writeThrough: { code: { property: 'phone', section } } },
  });
  const here = through(customers.heading);
  expect(unmapped({ side: 'target', properties, settings: here })).toEqual([]);
  expect(unmapped({ side: 'source', properties, settings: here })).toEqual(['phone']);
  expect(unmapped({ side: 'target', properties, settings: through(orders.heading) })).toEqual([
    'phone',
  ]);
  expect(unmapped({ side: 'target', properties, settings: through('nowhere') })).toEqual(['phone']);
});
