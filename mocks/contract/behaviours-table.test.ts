import { expect, test } from 'vitest';
import { createBench } from '../bench.ts';
import { behavioursTable } from './behaviours-table.ts';

const { crm, office } = createBench();
const behaviours = [...crm.behaviours, ...office.behaviours];

test('the generated document lists every behaviour of both twins', async () => {
  await expect(behavioursTable([crm, office])).toMatchFileSnapshot('../BEHAVIOURS.md');
});

test('ids are unique and name their system; every behaviour says where it stands', () => {
  const ids = behaviours.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^(crmoffice|poweroffice-go)\/[a-z0-9-]+$/.test(id))).toEqual([]);
  expect(behaviours.filter(({ where }) => !/^apis\.md [\dS]/.test(where))).toEqual([]);
});

test('the contract’s assumptions are the behaviours that are assumed', () => {
  for (const twin of [crm, office]) {
    const assumed = twin.behaviours.filter(({ source }) => source === 'assumed');
    expect(twin.contract.assumptions).toEqual(assumed.map(({ id, text }) => ({ id, text })));
  }
});

test('a bar in a text does not break its row', () => {
  const text = 'a | b';
  const behaviour = { id: 'x/y', text, source: 'assumed', where: 'apis.md 1' } as const;
  const made = behavioursTable([{ contract: crm.contract, behaviours: [behaviour] }]);
  expect(made).toContain('a \\| b');
});
