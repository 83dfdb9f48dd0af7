import { readFileSync } from 'node:fs';
import { type Markup, ownSource } from '../text/markup.ts';

/** The modules of the page's script, each after those that it imports. */
const modules = [
  'unpack',
  'evidence',
  'rows',
  'openable',
  'faults',
  'filter',
  'failing',
  'seal',
  'signing',
  'main',
];

/** Texts, which stay as they are, and signs, beside which blanks say nothing. */
const texts = /(`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\])*')|\s*([=<>?:,;{}()[\]|&!*]+)\s*/g;

/**
 * The page's one script. Its modules are checked and linted as modules and become one text here,
 * without imports, exports and comments: an inline script can import nothing.
 */
export const pageScript: Markup = ownSource(
  `(()=>{'use strict';\n${modules.map(read).join('')}})()`,
);

function read(module: string): string {
  return readFileSync(new URL(`./browser/${module}.js`, import.meta.url), 'utf8')
    .replaceAll(/^import [^;]*;\n/gm, '')
    .replaceAll(/^export /gm, '')
    .replaceAll(/\/\*[\s\S]*?\*\/|^ *\/\/.*$/gm, '')
    .replaceAll(texts, (_, text?: string, sign?: string) => text ?? sign ?? '');
}
