import type { EntityContract, Offer, PropertyContract } from '../checklist/contract.ts';
import type { RequirementKind } from '../dataflow/dataflow.ts';
import { defaultSettings, type SectionSettings, type Side } from '../settings.ts';
import { type Bench, benches } from './basis/bench.ts';
import { testWorld } from './test-world.ts';

const text: Partial<PropertyContract> = { type: 'string' };

/**
 * A section between Acme Customers and Globex Contact for unit tests, in what its checks depend on:
 * where nothing is said, two rows of text.
 */
export interface TestSection {
  /** The properties of both sides, which are called alike; rows carry all of them but `remark`. */
  readonly properties?: Readonly<Record<string, Partial<PropertyContract>>>;
  readonly mergeOn?: readonly string[];
  readonly opening?: RequirementKind;
  readonly settings?: SectionSettings;
  readonly offers?: Partial<Record<Side, readonly Offer[]>>;
  readonly unstamped?: Side;
}

/** The bench of such a section. */
export function testBench(given: TestSection): Bench {
  const { properties = { name: text, city: text }, mergeOn = [], opening = 'every' } = given;
  const { settings = {}, offers = {} } = given;
  const { dataflow } = testWorld().world;
  const [section] = dataflow.sections;
  if (section === undefined) throw new Error('the test world has no section');
  const rows = Object.keys(properties).map((name) => ({
    source: name,
    target: name,
    type: '',
    line: 3,
  }));
  const pairs = mergeOn.map((name) => ({ source: name, target: name, line: 2 }));
  const [bench] = benches({
    dataflow: {
      ...dataflow,
      sections: [
        {
          ...section,
          requirements: [{ id: 'opening', kind: opening, line: 2, text: '' }],
          properties: rows,
          mergeOn: pairs,
        },
      ],
    },
    settings: { ...defaultSettings, sections: { [section.heading]: settings } },
    contracts: {
      source: {
        system: 'Acme',
        entities: [entity(given, 'source')],
        assumptions: [],
        offers: offers.source ?? [],
      },
      target: {
        system: 'Globex',
        entities: [entity(given, 'target')],
        assumptions: [],
        offers: offers.target ?? [],
      },
    },
  });
  if (bench === undefined) throw new Error('there is no section');
  return bench;
}

function entity({ properties = {}, unstamped }: TestSection, side: Side): EntityContract {
  const open = { readOnly: false, required: false, unique: false };
  return {
    name: side === 'source' ? 'Customers' : 'Contact',
    ...(unstamped === side ? {} : { modifiedAt: 'modifiedAt' }),
    properties: Object.entries({ name: text, city: text, remark: text, ...properties }).map(
      ([name, rest]) => ({ name, type: 'string', source: 'test', ...open, ...rest }),
    ),
  };
}
