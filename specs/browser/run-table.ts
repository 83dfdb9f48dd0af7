import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { largeResult } from '../../fixtures/results/large.ts';
import { realisticResult } from '../../fixtures/results/realistic.ts';
import { renderHtml } from '../../src/report/html/page.ts';
import type { Result } from '../../src/report/result/model.ts';
import { behaviourOf } from './behaviour.ts';
import { startBrowser } from './chromium.ts';
import { costOf, searchTimes } from './figures.ts';
import { plainPage } from './plain-page.ts';

/**
 * Makes our column of the tables in `report.md` 2 again: a page of 32 checks, one of 10,000, and
 * beside that a page of rows that open and nothing else, since times differ from machine to machine.
 */
const say = (...cells: readonly string[]): void =>
  void process.stdout.write(`| ${cells.join(' | ')} |\n`);
const ms = (of: number): string => `${Math.round(of)} ms`;
const kilo = (text: string): string =>
  `${Math.round(Buffer.byteLength(text) / 1000)} kB (${Math.round(gzipSync(text).length / 1000)} k)`;

const result = realisticResult();
const small = renderHtml(result);
const cost = await costOf(startBrowser, small);
say('2.1, 32 checks', 'syncproof');
say('files', '1');
say('bytes (gzip)', kilo(small));
say('DCL / seen', `${ms(cost.loaded)} / ${ms(cost.seen)}`);
say('DOM nodes', String(cost.nodes));

const large = largeResult(10_000);
const page = renderHtml(large);
const bare = renderHtml(withoutEvidence(large));
const [ours, plain] = [
  await costOf(startBrowser, page),
  await costOf(startBrowser, plainPage(large)),
];
const browser = await startBrowser();
const [search = 0, filter = 0] = await searchTimes(browser, page);
say('2.2, 10,000 checks', 'syncproof', 'rows that open, and nothing else');
say('size bare / with evidence', `${kilo(bare)} / ${kilo(page)}`, kilo(plainPage(large)));
say('DCL', ms(ours.loaded), ms(plain.loaded));
say('seen', ms(ours.seen), ms(plain.seen));
say('JS heap', `${ours.heap.toFixed(1)} MB`, `${plain.heap.toFixed(1)} MB`);
say('DOM nodes', String(ours.nodes), String(plain.nodes));
say('find one check by search / filter', `${ms(search)} / ${ms(filter)}`);

say('2.3, behaviour', 'syncproof');
for (const row of await behaviourOf(browser, { html: small, result })) say(...row);
await browser.close();

function withoutEvidence(of: Result): Result {
  const sections = of.sections.map((section) => ({
    ...section,
    requirements: section.requirements.map((requirement) => ({
      ...requirement,
      checks: requirement.checks.map(({ evidence: _, ...check }) => check),
    })),
  }));
  return { ...of, sections };
}
