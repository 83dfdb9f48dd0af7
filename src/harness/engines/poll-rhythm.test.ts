import { expect, test } from 'vitest';
import { PollRhythm } from './poll-rhythm.ts';

/** Reads lists one after the other, and says with which of them a pass began anew. */
function passes(urls: readonly string[], again: readonly number[] = []): readonly number[] {
  const rhythm = new PollRhythm();
  return urls.flatMap((url, at) => {
    const [method = '', path = ''] = url.includes(' ') ? url.split(' ') : ['GET', url];
    return rhythm.begins({ system: 'CRM', method, url: path }, again.includes(at)) ? [at] : [];
  });
}

test('a pass begins where the engine comes back to the list that it read first', () => {
  expect(passes(['/a', '/b', '/b/1', '/a', '/b', '/a'])).toEqual([3, 5]);
  expect(passes(['/a?since=1', '/b', '/a?since=2'])).toEqual([2]);
});

test('the pages of a list are one pass', () => {
  expect(passes(['/a?limit=2', '/a?cursor=x', '/a?cursor=y', '/a?limit=2'])).toEqual([3]);
  expect(passes(['/me', '/a?page=1', '/a?page=2', '/a?page=3', '/a?page=4'])).toEqual([]);
});

test('writes, and reads of single records, begin nothing', () => {
  expect(passes(['/a', 'PATCH /b/1', '/b/1', 'PATCH /b/1', '/b/1'])).toEqual([]);
  expect(passes(['/a', 'POST /a'])).toEqual([]);
});

test('a request that is sent again after a failure begins nothing', () => {
  expect(passes(['/a', '/a', '/a'], [1])).toEqual([2]);
});

test('a list that is never read again gives its place to one that is', () => {
  expect(passes(['/me', '/a', '/b', '/a', '/b', '/a', '/b', '/a'])).toEqual([5, 7]);
});
