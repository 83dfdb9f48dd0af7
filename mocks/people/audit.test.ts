import { expect, test } from 'vitest';
import { z } from 'zod';
import { json } from '../http/answer.ts';
import { expected } from '../poweroffice-go/answers.ts';
import { audit, ContractBreach } from './audit.ts';

const type = 'application/json';

test('a body or content type outside the contract is a breach', () => {
  const schema = z.strictObject({ success: z.literal(true) });
  expect(() => audit(json(200, '{"success":true}'), { schema, type })).not.toThrow();
  for (const wrong of ['{"success":false}', '{"success":true,"more":1}', '', '{']) {
    expect(() => audit(json(200, wrong), { schema, type })).toThrow(ContractBreach);
  }
  const html = json(200, '{"success":true}', { 'content-type': 'text/html' });
  expect(() => audit(html, { schema, type })).toThrow('content type');
});

test('an answer without a body says no content type', () => {
  const empty = { schema: z.literal('') };
  expect(() => audit({ status: 204, headers: {}, body: '' }, empty)).not.toThrow();
  expect(() => audit(json(204, ''), empty)).toThrow(ContractBreach);
});

test('1.4: a failure of business has no data beside it', () => {
  const both = json(200, '{"success":false,"data":{}}');
  expect(() => audit(both, expected('one', both))).toThrow(ContractBreach);
});
