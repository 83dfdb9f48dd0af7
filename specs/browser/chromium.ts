import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The browser of the system; `apt-get install chromium`, or a path in `CHROMIUM`. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * Why these specs cannot run here; `undefined` where they can. In CI they always run: a browser
 * that is missing there has to be noticed.
 */
export function whyNoBrowser(): string | undefined {
  if (existsSync(executablePath) || process.env['CI'] !== undefined) return undefined;
  return `There is no browser at ${executablePath}: install chromium, or name one in CHROMIUM.`;
}

/** Starts the browser. Its sandbox needs rights that containers do not have. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--force-prefers-reduced-motion'],
  });
}
