import type { Section } from '../dataflow/dataflow.ts';

/** Acme Customers (`name`, `city`) to Globex Contact (`fullName`, `town`) for unit tests; every one is promised. */
export function customersSection(rest: Partial<Section> = {}): Section {
  return {
    heading: 'Acme Customers to Globex Contact',
    line: 1,
    source: 'Acme Customers',
    target: 'Globex Contact',
    requirements: [{ id: 'customers/every', kind: 'every', line: 2, text: 'Every one.' }],
    properties: [
      { source: 'name', target: 'fullName', type: '"string"', line: 3 },
      { source: 'city', target: 'town', type: '"string"', line: 4 },
    ],
    mergeOn: [],
    ...rest,
  };
}

/** Acme Orders (`number`) to Globex Sale (`code`) for unit tests that need a second section; every one is promised. */
export function ordersSection(rest: Partial<Section> = {}): Section {
  return {
    heading: 'Acme Orders to Globex Sale',
    line: 5,
    source: 'Acme Orders',
    target: 'Globex Sale',
    requirements: [{ id: 'orders/every', kind: 'every', line: 6, text: 'Every one.' }],
    properties: [{ source: 'number', target: 'code', type: '"string"', line: 7 }],
    mergeOn: [],
    ...rest,
  };
}
