import { expect, test } from 'vitest';
import { exampleText } from '../../fixtures/documents/example.ts';
import { readDataflow } from './read.ts';

const title = 'Acme to Globex Dataflow';

/** The front of the example with these lines above everything. */
function frontBelow(...lines: readonly string[]) {
  const { sections, diagnostics, ...front } = readDataflow([...lines, exampleText({})].join('\n'));
  return front;
}

test.each([
  ['ends likewise', 'About this Dataflow'],
  ['names two systems', 'Acme to Initech'],
  ['is a cell', '   - Acme to Initech Dataflow'],
])('a line above the title is not taken for it: it %s', (_, line) => {
  expect(frontBelow(line)).toMatchObject({ title, source: 'Acme', target: 'Globex' });
});

test('a title has no blanks behind it', () => {
  expect(readDataflow(exampleText({}).replace(title, `${title}  `)).title).toBe(title);
});

test('a document without a title names no systems', () => {
  const text = exampleText({}).replace(title, 'Overview');
  expect(readDataflow(text)).toMatchObject({ title: '', source: '', target: '' });
});

test('a cell is not taken for the time of generation', () => {
  const { generated } = frontBelow('   - Generated: 2001-01-01 00:00:00');
  expect(generated).toBe('2024-09-17 09:49:51');
});

test.each(['17.09.2024', '2024-09-17 09:49', 'on 2024-09-17 09:49:51', '2024-09-17 09:49:51 UTC'])(
  'a time of another form is left out: %s',
  (time) => {
    const text = exampleText({}).replace('2024-09-17 09:49:51', time);
    expect(readDataflow(text).generated).toBe('');
  },
);

test('the introduction can stand right below its underline', () => {
  const text = exampleText({}).replace('------------\n\nAn', '------------\nAn');
  expect(text).not.toBe(exampleText({}));
  expect(readDataflow(text).diagnostics).toEqual([]);
});
