import type { Browser } from 'playwright-core';
import { openPage, paintedAt } from './page-in-browser.ts';

/** What opening a page costs; times in milliseconds, from the click on. */
export interface Cost {
  readonly loaded: number;
  /** When something of it could be seen. */
  readonly seen: number;
  /** What scripts have taken of memory, in MB. */
  readonly heap: number;
  readonly nodes: number;
}

const rounds = 3;

/** Opens the page a few times in browsers that have not seen it, and takes the middle of each figure. */
export async function costOf(start: () => Promise<Browser>, html: string): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const browser = await start();
    costs.push(await costOnce(browser, html));
    await browser.close();
  }
  return {
    loaded: middle(costs.map(({ loaded }) => loaded)),
    seen: middle(costs.map(({ seen }) => seen)),
    heap: middle(costs.map(({ heap }) => heap)),
    nodes: middle(costs.map(({ nodes }) => nodes)),
  };
}

async function costOnce(browser: Browser, html: string): Promise<Cost> {
  await using open = await openPage(browser, { html });
  const session = await open.page.context().newCDPSession(open.page);
  const heap = await session.send('Runtime.getHeapUsage');
  const cost = await open.page.evaluate<Pick<Cost, 'loaded' | 'nodes'>>(
    '({ loaded: performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd, nodes: document.querySelectorAll("*").length })',
  );
  return { ...cost, seen: await paintedAt(open.page), heap: heap.usedSize / 1e6 };
}

/** How long the page takes to show what a search or a filter asks for, in milliseconds. */
export async function searchTimes(browser: Browser, html: string): Promise<readonly number[]> {
  await using open = await openPage(browser, { html });
  const ask = (field: string, value: string): Promise<number> =>
    open.page.evaluate<number>(
      `(() => { const from = performance.now(); const field = document.querySelector('[name=${field}]'); field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event('input', { bubbles: true })); document.body.offsetHeight; return performance.now() - from; })()`,
    );
  const first = await ask('q', 'check-9999');
  await ask('q', '');
  return [first, await ask('v', 'failed')];
}

function middle(of: readonly number[]): number {
  return of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;
}
