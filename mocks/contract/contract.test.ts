import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createBench } from '../bench.ts';
import { RecordView } from '../records/record-view.ts';
import { defineEntity, facts, plainContract } from './contract.ts';

const source = 'test';

describe('the plain contract', () => {
  test('types, limits and values come from the schemas, the rest from the facts', () => {
    const entity = defineEntity({
      name: 'E',
      parent: 'P',
      properties: {
        id: z.int().register(facts, { source, kept: 'id' }),
        text: z.string().max(5).register(facts, { source, required: true, unique: true }),
        kind: z.literal([1, 3]).register(facts, { source, assumed: 'so' }),
        day: z.iso.date().register(facts, { source }),
        rate: z.number().register(facts, { source, readOnly: true }),
        tags: z.array(z.string()).register(facts, { source }),
        on: z.boolean().register(facts, { source }),
        changed: z.string().register(facts, { source, kept: 'modified' }),
      },
    });
    const plain = plainContract({ system: 'S', entities: [entity], behaviours: [] });
    const property = { readOnly: false, required: false, unique: false, source };
    expect(plain).toEqual({
      system: 'S',
      assumptions: [],
      entities: [
        {
          name: 'E',
          parent: 'P',
          modifiedAt: 'changed',
          properties: [
            { ...property, name: 'id', type: 'integer', readOnly: true },
            {
              ...property,
              name: 'text',
              type: 'string',
              maxLength: 5,
              required: true,
              unique: true,
            },
            { ...property, name: 'kind', type: 'enum', values: [1, 3], assumed: 'so' },
            { ...property, name: 'day', type: 'date' },
            { ...property, name: 'rate', type: 'decimal', readOnly: true },
            { ...property, name: 'tags', type: 'list' },
            { ...property, name: 'on', type: 'boolean' },
            { ...property, name: 'changed', type: 'stamp', readOnly: true },
          ],
        },
      ],
    });
  });

  test('is data that survives JSON', () => {
    const { crm, office } = createBench();
    for (const { contract } of [crm, office]) {
      expect(JSON.parse(JSON.stringify(contract))).toEqual(contract);
    }
  });

  test('a property without facts is no contract', () => {
    expect(() => defineEntity({ name: 'E', properties: { x: z.string() } })).toThrow('E.x');
  });

  test('every fact names its source, and assumption ids are unique and belong to the system', () => {
    const { crm, office } = createBench();
    for (const { contract } of [crm, office]) {
      const sources = contract.entities.flatMap(({ properties }) =>
        properties.map((p) => p.source),
      );
      expect(sources.every((each) => /^apis\.md \d/.test(each))).toBe(true);
      const ids = contract.assumptions.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => /^(crmoffice|poweroffice-go)\/[a-z0-9-]+$/.test(id))).toBe(true);
    }
  });
});

test('a record outside its contract is a defect of the twin and is never answered', () => {
  const entity = defineEntity({
    name: 'E',
    properties: { text: z.string().max(3).register(facts, { source }) },
  });
  const view = new RecordView(entity, { stamp: String });
  const row = { id: 1, version: 1, createdAt: 0, modifiedAt: 0 };
  expect(view.json({ ...row, fields: { text: 'abc' } })).toBe('{"text":"abc"}');
  expect(() => view.json({ ...row, fields: { text: 'abcd' } })).toThrow();
});
