import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Columns, columnsOf } from './columns.ts';

/** As the page's script does it. */
function putTogether({ pieces, tags, texts }: Columns): readonly string[] {
  const next = texts.map((column) => column.values());
  return pieces.map((piece) =>
    [...piece]
      .map((code) => code.charCodeAt(0) - 0xe000)
      .map((place) => `${tags[place]}${next[place]?.next().value}`)
      .join(''),
  );
}

test('any markup is put together again as it was', () => {
  const tag = fc.constantFrom(
    '<p>',
    '</p>\n',
    '<a href="#x">',
    '<pre data-body="1">',
    '<b class="y">',
  );
  const markup = fc.array(
    fc.oneof(tag, fc.string()).map((each) => each.replaceAll(/[\uE000-\uF8FF]/g, '')),
  );
  fc.assert(
    fc.property(fc.array(markup.map((parts) => parts.join(''))), (markups) => {
      expect(putTogether(columnsOf(markups))).toEqual(markups);
    }),
  );
});

test('more runs of tags than there are characters for stay in the texts', () => {
  const markups = [Array.from({ length: 7000 }, (_, index) => `<i x${index}>${index}`).join('')];
  expect(putTogether(columnsOf(markups))[0] === markups[0]).toBe(true);
});

test('texts that follow the same tags stand together', () => {
  const { tags, texts } = columnsOf(['<p>one</p>', '<p>two</p>']);
  expect(texts[tags.indexOf('<p>')]).toEqual(['one', 'two']);
});
