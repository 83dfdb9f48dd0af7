import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { servedForTest } from './served.ts';

interface Document {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

async function documentAt(url: string): Promise<Document> {
  return (await (await fetch(`${url}/openapi.json`)).json()) as Document;
}

describe('The OpenAPI document', () => {
  test('of each twin is valid OpenAPI 3.1', async () => {
    const { crm, office } = await servedForTest();
    for (const url of [crm, office]) {
      const document = await documentAt(url);
      const { valid, errors } = await new Validator().validate({ ...document });
      expect(errors ?? []).toEqual([]);
      expect(valid).toBe(true);
      expect(document.openapi).toBe('3.1.0');
      expect(document.servers).toEqual([{ url }]);
    }
  });

  test('has every route, and no more', async () => {
    const { crm, office } = await servedForTest();
    const { paths } = await documentAt(office);
    expect(Object.keys(paths['/TimeTracking/Activity/{id}'] ?? {})).toEqual(['get', 'delete']);
    expect(Object.keys(paths['/Customer/{parentId}/Contact'] ?? {})).toEqual(['get', 'post']);
    expect(paths['/PartyContactPerson/{id}']).toBeUndefined();
    expect(Object.keys((await documentAt(crm)).paths)).toContain('/contacts/{id}');
  });

  test('says of a property what the contract knows: limits, what cannot be written, its source', async () => {
    const { office } = await servedForTest();
    const { schemas } = (await documentAt(office)).components;
    expect(schemas['Timetrackingactivity']).toMatchObject({
      properties: {
        code: { type: 'string', maxLength: 50, 'x-source': 'apis.md 2.1' },
        lastChanged: { readOnly: true },
      },
      required: expect.arrayContaining(['id', 'code', 'name', 'activityType']),
    });
    expect(schemas['ContactpersonSent']).not.toHaveProperty('properties.lastChanged');
  });

  test('is no request of the API', async () => {
    const { office, control } = await servedForTest();
    await documentAt(office);
    expect(await (await fetch(`${control}/ledger`)).text()).not.toContain('openapi');
  });
});
