import { writeFile } from 'node:fs/promises';
import { diffDataflows } from '../dataflow/diff.ts';
import { openDataflow } from '../dataflow/open.ts';
import { SyncproofError } from '../errors.ts';
import { compareDocuments } from '../report/compare/compare-documents.ts';
import { compareResults } from '../report/compare/compare-results.ts';
import type { Comparison } from '../report/compare/comparison.ts';
import { comparisonMarkdown } from '../report/compare/comparison-markdown.ts';
import { comparisonPage } from '../report/compare/comparison-page.ts';
import { comparisonText } from '../report/compare/comparison-text.ts';
import { diffResults } from '../report/compare/results-diff.ts';
import { type Console, exitCodes } from './console.ts';
import { resultIn, textOf } from './open-result.ts';
import { writing } from './writing.ts';

interface DiffOptions {
  readonly before: string;
  readonly after: string;
  /** What is printed: an outline by default. */
  readonly json: boolean;
  readonly markdown: boolean;
  /** Where a page is written to as well. */
  readonly html?: string;
}

/** Two of a kind, compared: in plain words for people, as data for machines. */
interface Compared {
  readonly comparison: Comparison;
  readonly data: unknown;
}

/**
 * `syncproof diff`: what is different between two documents, or between two results; told apart
 * by what is in the files. Documents are never worse than others; results can be.
 */
export async function diff(options: DiffOptions, console: Console): Promise<number> {
  const { comparison, data } = await compare(options);
  if (options.html !== undefined) await writePage(options.html, comparison);
  if (options.json) console.out(`${JSON.stringify(data, null, 2)}\n`);
  else if (options.markdown) console.out(comparisonMarkdown(comparison));
  else console.out(comparisonText(comparison));
  return comparison.isWorse ? exitCodes.notAccepted : exitCodes.ok;
}

async function writePage(file: string, comparison: Comparison): Promise<void> {
  const page = comparisonPage(comparison);
  await writing(file, () => writeFile(file, page));
}

async function compare({ before, after }: DiffOptions): Promise<Compared> {
  const [older, newer] = [await textOf(before), await textOf(after)];
  if (isResult(older) !== isResult(newer)) {
    throw new SyncproofError(
      'usage',
      'One of the two is a document and the other a result: give two documents, or two results.',
    );
  }
  return isResult(older)
    ? comparedResults({ path: before, text: older }, { path: after, text: newer })
    : comparedDocuments(before, after);
}

/** No document begins like JSON does. */
function isResult(text: string): boolean {
  return /^\s*\{/.test(text);
}

interface File {
  readonly path: string;
  readonly text: string;
}

function comparedResults(older: File, newer: File): Compared {
  const [before, after] = [resultIn(older.path, older.text), resultIn(newer.path, newer.text)];
  const found = diffResults(before, after);
  return {
    comparison: compareResults({ before, after, diff: found }),
    data: { kind: 'results', ...found },
  };
}

async function comparedDocuments(older: string, newer: string): Promise<Compared> {
  const [before, after] = [await openDataflow(older), await openDataflow(newer)];
  const found = diffDataflows(before, after);
  return {
    comparison: compareDocuments({ before, after, diff: found }),
    data: { kind: 'documents', ...found },
  };
}
