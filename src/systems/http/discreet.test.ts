import { expect, test } from 'vitest';
import type { Call } from './call.ts';
import { discreet } from './discreet.ts';
import { refusal } from './reasons.ts';

function sending(record: unknown): Call {
  const body = { type: 'application/json', text: JSON.stringify(record) };
  return { method: 'POST', target: '/contacts', body };
}

test('what was sent is not repeated, however deep in the record it stood', () => {
  const call = sending({ name: 'Kari Nordmann', address: { lines: ['Storgata 1'] }, code: 10001 });
  expect(discreet('Kari Nordmann at Storgata 1 is in use, and so is 10001.', call)).toBe(
    '… at … is in use, and so is ….',
  );
});

test('what is said of properties stays, and so does a text within a longer word', () => {
  const call = sending({ name: 'use', city: 'at' });
  expect(discreet('name is used at most once in user lists', call)).toBe(
    'name is used at most once in user lists',
  );
});

test('a longer text is taken out before a shorter one that is in it', () => {
  const call = sending({ first: 'Kari', whole: 'Kari Nordmann' });
  expect(discreet('Kari Nordmann, called Kari', call)).toBe('…, called …');
});

test('marks that patterns are made of are taken as they are', () => {
  const odd = 'C:\\temp/-x (50 %) [a|b]*';
  expect(discreet(`${odd} is no name`, sending({ odd }))).toBe('… is no name');
});

test('what was asked for is not repeated, a text in quotes neither', () => {
  const call: Call = {
    method: 'GET',
    target: `/Customer/?$filter=${encodeURIComponent("Name eq 'O''Brien'")}`,
  };
  expect(discreet("O'Brien cannot be looked for", call)).toBe('… cannot be looked for');
  const plain: Call = { method: 'GET', target: '/contacts?email=kari%40example.test' };
  expect(discreet('kari@example.test is not unique', plain)).toBe('… is not unique');
});

test('a body that is no JSON, and none at all, take nothing away', () => {
  const body = { type: 'text/plain', text: 'Kari' };
  expect(discreet('Kari is here', { method: 'POST', target: '/', body })).toBe('Kari is here');
  expect(discreet('Kari is here', { method: 'GET', target: '/' })).toBe('Kari is here');
});

test('a refusal tells why, and not of whom', () => {
  const call = sending({ email: 'kari@example.test' });
  const said = { words: 'email kari@example.test is in use.', status: 409 };
  expect(refusal({ system: 'Globex', call }, said)).toBe(
    'Globex refused: email … is in use. (POST /contacts answered 409)',
  );
});
