import { expect, test } from 'vitest';
import { addressed, pathOf } from './addressed.ts';

test.each([
  ['the end of its path', '/contacts/9', '', '9'],
  ['the end of its path, whatever it changes', '/contacts/9', '{"town":"Oslo"}', '9'],
  ['the end of its path, whatever it points at', '/contacts/9', '{"firm":{"id":"5"}}', '9'],
  ['the id in its body', '/customer/12/contact/', '{"town":"Oslo","id":1015}', '1015'],
  ['the id in its body, at its beginning', '/contact/', '{ "id": "a-1", "town": "Oslo" }', 'a-1'],
  ['the id that it asks for', '/contact/?$filter=(Id%20eq%201015)&$top=500', '', '1015'],
  ['the id that it asks for, by its name', '/contact?limit=5&id=9', '', '9'],
  ['no id, where others are asked for', '/contact/?$filter=(OrgId%20eq%205)', '', 'contact'],
  [
    'no id, where more is asked',
    '/contact?$filter=(Id%20eq%205%20or%20Code%20eq%206)',
    '',
    'contact',
  ],
  ['nothing', '/', '', ''],
])('A request is about %s', (_, url, request, id) => {
  expect(addressed({ url, request })).toBe(id);
});

test('A path has no conditions', () => {
  expect(pathOf({ url: '/contact/?a=1?b' })).toBe('/contact/');
});
