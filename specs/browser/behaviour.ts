import type { Browser } from 'playwright-core';
import { allRequirements } from '../../src/report/result/all-requirements.ts';
import type { Result } from '../../src/report/result/model.ts';
import { axeFindings, openPage } from './page-in-browser.ts';
import { printed } from './printed.ts';

/** A row of `report.md` 2.3: what is asked, and what was seen. */
export type Seen = readonly [string, string];

interface Subject {
  readonly html: string;
  readonly result: Result;
}

/** What can be seen of how a page behaves, row by row. */
export async function behaviourOf(browser: Browser, subject: Subject): Promise<readonly Seen[]> {
  const { html, result } = subject;
  return [
    ['axe, light', await axe(browser, html, 'light')],
    ['axe, dark', await axe(browser, html, 'dark')],
    ['follows system dark mode', await dark(browser, html)],
    ...(await structure(browser, html)),
    ['open a failing item by keys only', await keys(browser, html)],
    ['390 px wide', await narrow(browser, html)],
    ['deep link to an item, without script', await deepLink(browser, subject)],
    ['browser find: item / its error', await finds(browser, html)],
    ['PDF', await printed(browser, { html, result })],
  ];
}

async function axe(browser: Browser, html: string, colorScheme: 'light' | 'dark'): Promise<string> {
  await using open = await openPage(browser, { html, colorScheme });
  const closed = await axeFindings(open.page);
  await open.page.evaluate(
    'for (const each of document.querySelectorAll("details")) each.open = true',
  );
  const opened = await axeFindings(open.page);
  return `${closed.length} rules, ${opened.length} with everything open`;
}

async function dark(browser: Browser, html: string): Promise<string> {
  const colour = async (colorScheme: 'light' | 'dark'): Promise<unknown> => {
    await using open = await openPage(browser, { html, colorScheme });
    return await open.page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
  };
  return (await colour('light')) === (await colour('dark')) ? 'no' : 'yes';
}

async function structure(browser: Browser, html: string): Promise<readonly Seen[]> {
  await using open = await openPage(browser, { html });
  const count = (selector: string): Promise<number> => open.page.locator(selector).count();
  const levels = await Promise.all(
    ['h1', 'h2', 'h3', 'h4'].map(async (name) => `${await count(name)} ${name}`),
  );
  const landmarks = await Promise.all(
    ['header', 'nav', 'main', 'footer'].map(async (name) => `${await count(name)} ${name}`),
  );
  const skip = (await count('a.skip')) > 0 ? 'yes' : 'no';
  return [
    ['headings, landmarks', [...levels, ...landmarks].join(', ')],
    ['skip link', skip],
  ];
}

/** Tab stops up to a link among what fails; Enter then leads to the item. */
async function keys(browser: Browser, html: string): Promise<string> {
  await using open = await openPage(browser, { html });
  for (let stops = 1; stops < 60; stops += 1) {
    await open.page.keyboard.press('Tab');
    const failing = await open.page.evaluate<boolean>(
      'document.activeElement.closest("section")?.getAttribute("aria-labelledby") === "page-failed"',
    );
    if (!failing) continue;
    await open.page.keyboard.press('Enter');
    const there = await open.page.evaluate<boolean>(
      'document.querySelector(".failed:target") !== null',
    );
    return there ? `yes, ${stops} tabs` : `no, ${stops} tabs lead elsewhere`;
  }
  return 'no';
}

async function narrow(browser: Browser, html: string): Promise<string> {
  await using open = await openPage(browser, { html, viewport: { width: 390, height: 844 } });
  const width = await open.page.evaluate<number>('document.documentElement.scrollWidth');
  return width <= 390 ? 'no overflow' : `${width} px wide`;
}

async function deepLink(browser: Browser, { html, result }: Subject): Promise<string> {
  const id = allRequirements(result).at(-1)?.id ?? '';
  const view = `#${encodeURIComponent(id)}`;
  await using open = await openPage(browser, { html, view, javaScriptEnabled: false });
  return (await open.page.locator('.requirement:target').count()) === 1 ? 'yes' : 'no';
}

async function finds(browser: Browser, html: string): Promise<string> {
  await using open = await openPage(browser, { html });
  const found = async (text: string): Promise<string> =>
    (await open.page.evaluate(`window.find(${JSON.stringify(text)})`)) === true ? 'yes' : 'no';
  const error = await open.page.locator('.violation > p').last().textContent();
  return `${await found('arrives once')} / ${await found(error ?? '')}`;
}
