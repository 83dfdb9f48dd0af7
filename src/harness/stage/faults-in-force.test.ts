import { expect, test } from 'vitest';
import type { FaultRule } from '../fault-rule.ts';
import { faultsInForce } from './faults-in-force.ts';

const hide: FaultRule = {
  ...{ code: 'F8', side: 'source', entity: 'Customers' },
  ...{ ids: ['1'], answer: 404 },
};

/** The faults of a run whose ledger is empty, and what was done with them, in order. */
function faultsOfRun() {
  const deeds: string[] = [];
  const lever = {
    inject: ({ code }: FaultRule) => void deeds.push(code),
    clear: () => void deeds.push('clear'),
  };
  const world = { faults: lever, ledger: { entries: [] } };
  return { deeds, ...faultsInForce(world, () => deeds.push('disturb')) };
}

test('a fault begins and all end, and each disturbs the rest', () => {
  const { deeds, fault, mend } = faultsOfRun();
  fault(hide);
  mend();
  expect(deeds).toEqual(['disturb', 'F8', 'disturb', 'clear']);
});

test('what is hidden is known until all faults end, and what a system rewrites for good', () => {
  const { fault, mend, known } = faultsOfRun();
  expect(known()).toEqual({ rewritten: new Map(), hiding: undefined });
  fault(hide);
  expect(known().hiding).toMatchObject({ ids: ['1'], since: 0 });
  fault({ code: 'F15', side: 'target', entity: 'Contact', property: 'town', rewrite: 'trim' });
  expect(known().hiding).toBeUndefined();
  mend();
  fault(hide);
  expect(known()).toEqual({
    rewritten: new Map([['target town', 'trim']]),
    hiding: expect.objectContaining({ entity: 'Customers' }),
  });
});
