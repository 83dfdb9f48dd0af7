import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../../../fixtures/results/any-text.ts';
import { fitBlocks, markdownText } from './markdown.ts';

test.each([
  ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
  ['a | b', 'a \\| b'],
  ['![x](y) *z* _u_ `v`', '\\!\\[x\\](y) \\*z\\* \\_u\\_ \\`v\\`'],
  ['@octocat #1', '@<!-- -->octocat #<!-- -->1'],
  ['https://evil.example', 'https:<!-- -->//evil.example'],
  ['www.evil.example', 'www<!-- -->.evil.example'],
  ['a\n\n# b', 'a #<!-- --> b'],
  ['a\u202Eb', 'a\\[U+202E\\]b'],
])('%j shows as itself', (text, written) => {
  expect(markdownText(text)).toBe(written);
});

test('no text starts a line, a cell, a tag or a mention', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const bare = markdownText(text)
        .replaceAll('<!-- -->', '')
        .replaceAll(/\\[\\`*_[\]<>&|~!]/g, '');
      expect(bare).not.toMatch(/[\\`*_[\]<>&|~!\n\r]/);
      expect(markdownText(text)).not.toMatch(/@(?!<!-- -->)/);
    }),
  );
});

test('a long text is cut, and splits no character', () => {
  expect(markdownText('😀'.repeat(500)).endsWith('😀…')).toBe(true);
});

test('what does not fit is counted', () => {
  const items = Array.from({ length: 1000 }, (_, index) => `- item ${index}`);
  const blocks = [
    { head: ['# one'], items, noun: 'things' },
    { head: ['# two'], items, noun: 'others' },
    { head: ['# three'], items: ['- last'], noun: 'others' },
  ];
  const text = fitBlocks(blocks, 4000);
  expect(Buffer.byteLength(text)).toBeLessThan(4000);
  expect(text).toMatch(/And \d+ more things, left out here\.\n\n# two\n- item 0\n/);
  expect(text).toContain('# three\n- last\n');
});
