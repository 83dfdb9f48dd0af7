import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { allRequirements } from '../../src/report/result/all-requirements.ts';
import type { Result } from '../../src/report/result/model.ts';
import { openPage } from './page-in-browser.ts';

interface Printing {
  readonly html: string;
  readonly result: Result;
}

/** Prints the page and reads the paper: pages, and how many titles, errors and reasons are on it. */
export async function printed(browser: Browser, { html, result }: Printing): Promise<string> {
  const text = await textOfPaper(browser, html);
  const pages = text.split('\f').length - 1;
  const paper = text.replaceAll(/\s+/g, '');
  const share = (texts: readonly string[]): string => {
    const there = texts.filter((said) => paper.includes(said.replaceAll(/\s+/g, '')));
    return `${there.length} of ${texts.length}`;
  };
  const requirements = allRequirements(result);
  const checks = requirements.flatMap((requirement) => requirement.checks);
  const errors = checks.flatMap(({ violation }) => violation?.message ?? []);
  const reasons = requirements.filter(({ verdict }) => verdict !== 'passed');
  return `${pages} pages; titles ${share(checks.map(({ title }) => title))}, errors ${share(errors)}, reasons ${share(reasons.map(({ reason }) => reason))}`;
}

async function textOfPaper(browser: Browser, html: string): Promise<string> {
  await using open = await openPage(browser, { html });
  const folder = await mkdtemp(join(tmpdir(), 'syncproof-paper-'));
  try {
    const file = join(folder, 'page.pdf');
    await writeFile(file, await open.page.pdf({ preferCSSPageSize: true }));
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-']);
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}
