import { expect, test } from 'vitest';
import type { RequestEntry } from '../../evidence/ledger.ts';
import { makesGood } from './made-good.ts';

const read: RequestEntry = {
  ...{ kind: 'request', seq: 1, at: 0, system: 'Globex', method: 'GET', url: '/contacts/9' },
  ...{ mutating: false, request: '', status: 200, response: '', refused: false },
};

/** Whether reading one address makes good that another one could not be read. */
function reads(url: string, failed: string): boolean {
  return makesGood({ ...read, url }, { ...read, url: failed });
}

test('a record is made good by itself and by the list that it is in', () => {
  expect(reads('/contacts/9', '/contacts/9')).toBe(true);
  expect(reads('/contacts?limit=500', '/contacts/9')).toBe(true);
  expect(reads('/contacts/', '/contacts/9')).toBe(true);
});

test('a record is made good by any list that shows it', () => {
  const changed = { ...read, url: '/contacts?modifiedSince=2026-01-05T08%3A00%3A00Z' };
  const failed = { ...read, url: '/contacts/9' };
  const listing = (...ids: unknown[]) => JSON.stringify({ items: ids.map((id) => ({ id })) });
  expect(makesGood({ ...changed, response: listing('8', '9') }, failed)).toBe(true);
  expect(makesGood({ ...changed, response: listing(9) }, failed)).toBe(true);
  expect(makesGood({ ...changed, response: listing('19', '91', 99) }, failed)).toBe(false);
  expect(makesGood({ ...changed, response: listing('9') }, { ...read, url: '/contacts' })).toBe(
    false,
  );
});

test('a record that was asked for by a condition is made good by any list that shows it', () => {
  const changed = { ...read, url: '/contact/?$filter=(LastChanged%20ge%202026-01-05)&$top=500' };
  const listing = (id: unknown) => ({ ...changed, response: JSON.stringify({ data: [{ id }] }) });
  const failed = { ...read, url: '/contact/?$filter=(Id%20eq%201015)&$orderby=Id&$top=500' };
  expect(makesGood(listing(1015), failed)).toBe(true);
  expect(makesGood(listing(1016), failed)).toBe(false);
});

test('another record, whose id begins alike, makes nothing good', () => {
  expect(reads('/contacts/1', '/contacts/12')).toBe(false);
  expect(reads('/contact', '/contacts/12')).toBe(false);
});

test('a look-up by a condition makes good neither a list nor another look-up', () => {
  const [five, six] = ['/contact/?$filter=Id%20eq%205', '/contact/?$filter=Id%20eq%206'];
  expect(reads(five, five)).toBe(true);
  expect(reads(five, six)).toBe(false);
  expect(reads(five, '/contact/?$orderby=Id&$top=500')).toBe(false);
  expect(reads('/contact/?$orderby=Id&$top=500', five)).toBe(true);
});

test('a list from its beginning makes good its later pages, and one of all what one of some should have shown', () => {
  const changed = '/contacts?modifiedSince=2026-01-05T08%3A00%3A00Z&limit=500';
  expect(reads(changed, `${changed}&cursor=YWZ0ZXI6Nw`)).toBe(true);
  expect(reads('/contacts?limit=500', changed)).toBe(true);
  expect(reads(changed, '/contacts?limit=500')).toBe(false);
});

test('what another system, or another verb, was asked makes nothing good', () => {
  expect(makesGood({ ...read, system: 'Acme' }, read)).toBe(false);
  expect(makesGood({ ...read, method: 'HEAD' }, read)).toBe(false);
});

test('a write is made good by the very same write alone', () => {
  const write = { ...read, method: 'PATCH', mutating: true, request: '{"name":"Ada"}' };
  expect(makesGood(write, write)).toBe(true);
  expect(makesGood({ ...write, request: '{}' }, write)).toBe(false);
  expect(makesGood({ ...write, url: '/contacts/8' }, write)).toBe(false);
  expect(makesGood({ ...write, mutating: false }, write)).toBe(false);
});

test('an id is looked for letter by letter, whatever letters it has', () => {
  const shown = (id: string, failed: string) =>
    makesGood(
      { ...read, url: '/contacts?modifiedSince=1', response: `[{"id":"${id}"}]` },
      { ...read, url: `/contacts/${failed}` },
    );
  expect(shown('a.b', 'a.b')).toBe(true);
  expect(shown('axb', 'a.b')).toBe(false);
  expect(shown('a-b_c', 'a-b_c')).toBe(true);
  expect(shown('(7', '(7')).toBe(true);
});

test('a list of what has changed, though empty, does not make good that all could not be listed', () => {
  const changed = { ...read, url: '/contacts?modifiedSince=1', response: '{"items":[]}' };
  expect(makesGood(changed, { ...read, url: '/contacts' })).toBe(false);
  expect(reads('/contacts', '/contacts?limit=5')).toBe(true);
});
