import { describe, expect, test } from 'vitest';
import { exampleText } from '../../fixtures/documents/example.ts';
import { readDataflow } from './read.ts';

const every = 'Every Acme Customers will be synchronized with a Globex Contact.';

describe('a foreign line', () => {
  /** The kinds of the promises that are read, and the lines that are not. */
  function readAround(text: string) {
    const { sections, diagnostics } = readDataflow(text);
    return {
      kinds: sections.flatMap(({ requirements }) => requirements.map(({ kind }) => kind)),
      lines: diagnostics.map(({ line }) => line),
    };
  }

  test('between the two lines of adopt-or-create is left out, also with a full stop', () => {
    const text = exampleText({ adopts: true }).replace('\nIf no', '\nTo do.\nIf no');
    expect(readAround(text)).toEqual({
      kinds: ['every', 'adopt-or-create', 'both-ways', 'property'],
      lines: [17],
    });
  });

  test('above two sentences without a gap does not join them to one', () => {
    const conditional = 'At night, it will be synchronized with a Globex Contact.';
    const text = exampleText({}).replace(every, `To do.\n${every}\n${conditional}`);
    expect(readAround(text)).toEqual({
      kinds: ['every', 'conditional', 'both-ways', 'property'],
      lines: [14, 16],
    });
  });

  test('above the underline of the introduction is not taken for its heading', () => {
    const text = exampleText({}).replace('Introduction\n', 'Introduction\nabcdefghijkl\n');
    expect(readAround(text)).toEqual({ kinds: ['every', 'both-ways', 'property'], lines: [8] });
  });

  test('of "-" below a sentence does not make it a heading', () => {
    const text = exampleText({ source: 'Ship to Party' }).replace('Contact.\n', 'Contact.\n----\n');
    expect(readAround(text)).toEqual({ kinds: ['every', 'both-ways', 'property'], lines: [15] });
  });

  test('never is the introduction where it promises something', () => {
    const text = exampleText({})
      .replace(/An overview.*\n\n/, '')
      .replace(/\n-{32}\n/, '\n');
    expect(readAround(text).lines).toEqual([10, 11, 13, 15, 17, 18, 20, 21, 22, 23, 24, 25]);
  });
});
