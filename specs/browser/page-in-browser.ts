import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page opened from disk, and what must not happen on it. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  /** Where it lies, without a view. */
  readonly url: string;
  /** Console errors, exceptions, dialogs, and requests other than for the file itself. */
  readonly troubles: readonly string[];
}

/** How long a page may take to do what it was asked. */
const patienceMs = 5_000;

interface Opening extends BrowserContextOptions {
  readonly html: string;
  /** What stands behind the file's name: `?q=…` or `#…`. */
  readonly view?: string;
  /** Whether a server hands it out; otherwise it is opened from disk. */
  readonly served?: boolean;
}

/** Opens the page as a reader would, from a folder of its own or from a server. */
export async function openPage(browser: Browser, opening: Opening): Promise<OpenPage> {
  const { html, view = '', served = false, ...options } = opening;
  const { url, remove } = served ? await serve(html) : await write(html);
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('dialog', (dialog) => troubles.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => {
    const asked = request.url();
    if (!asked.startsWith(url) && !asked.startsWith('blob:')) troubles.push(asked);
  });
  await page.goto(`${url}${view}`);
  return {
    page,
    url,
    troubles,
    [Symbol.asyncDispose]: async () => {
      await context.close();
      await remove();
    },
  };
}

/** Where a page is, and how it is taken away again. */
interface Placed {
  readonly url: string;
  readonly remove: () => Promise<void>;
}

async function write(html: string): Promise<Placed> {
  const folder = await mkdtemp(join(tmpdir(), 'syncproof-page-'));
  const file = join(folder, 'checklist.html');
  await writeFile(file, html);
  return { url: pathToFileURL(file).href, remove: () => rm(folder, { recursive: true }) };
}

async function serve(html: string): Promise<Placed> {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html').end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const remove = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}/checklist.html`, remove };
}

/** When something of the page could first be seen, in milliseconds: that may be after it was loaded. */
export function paintedAt(page: Page): Promise<number> {
  return page.evaluate<number>(
    'new Promise((resolve) => new PerformanceObserver((list) => { for (const { startTime } of list.getEntriesByName("first-contentful-paint")) resolve(startTime); }).observe({ type: "paint", buffered: true }))',
  );
}

/** What axe-core finds wrong with the page as it stands, best practices included. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<Pick<axe.AxeResults, 'violations'>>(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 120))
        .join(' | ')}`,
  );
}
