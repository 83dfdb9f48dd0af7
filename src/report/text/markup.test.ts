import { expect, test } from 'vitest';
import { html, xml } from './markup.ts';

test('a text is escaped, markup is written as it is', () => {
  const inner = html`<b>${'<i>'}</b>`;
  expect(html`<p>${inner}${'& "\'`'}${3}</p>`.toString()).toBe(
    '<p><b>&lt;i&gt;</b>&amp; &quot;&apos;&#96;3</p>',
  );
});

test('lists of markup are written in order', () => {
  expect(html`${[html`<i>a</i>`, html`<i>b</i>`]}`.toString()).toBe('<i>a</i><i>b</i>');
});

test('something that only looks like markup is escaped or refused, never written raw', () => {
  const forged: unknown = ['<script>'];
  expect(String(html`${forged as readonly ReturnType<typeof html>[]}`)).toBe('&lt;script&gt;');
});

test('an attribute value is quoted where its template did not', () => {
  expect(html`<a href=${'"> <b'} class="x ${'"y'}">`.toString()).toBe(
    '<a href="&quot;&gt; &lt;b" class="x &quot;y">',
  );
});

test('an attribute value stands without quotes in HTML where it can, and never in XML', () => {
  const texts = ['passed', '#requirement-9', 'a b', 'a=b', 'a/', '>', '', '\u00A0', 'æ'];
  expect(texts.filter((id) => html`<a id=${id}>`.toString() === `<a id=${id}>`)).toEqual([
    'passed',
    '#requirement-9',
  ]);
  expect(xml`<a id=${'passed'}/>`.toString()).toBe('<a id="passed"/>');
});

test('an attribute value holds marks as plain text and no raw new line', () => {
  expect(html`<a id=${'a\u202E\nb'}>`.toString()).toBe('<a id="a[U+202E]&#10;b">');
});

test('a `>` inside quotes does not end the tag', () => {
  expect(html`<a title="a > b" id=${'"'}>`.toString()).toBe('<a title="a > b" id="&quot;">');
});

test('content holds marks as boxes in HTML and in brackets in XML', () => {
  expect(html`${'\u0000'}`.toString()).toBe('<span class="mark">U+0000</span>');
  expect(xml`${'\u0000'}`.toString()).toBe('[U+0000]');
});

test('a long text is cut in content', () => {
  const page = html`<p>${'<'.repeat(100_000)}</p>`.toString();
  expect(page.length).toBeLessThan(16_384 * 4 + 300);
  expect(page).toContain('<span class="cut">cut here: 83,616 more characters, 100,000 in all');
});
