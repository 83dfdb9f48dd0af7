import { z } from 'zod';
import type { Answer } from '../http/answer.ts';
import { aim } from './aim.ts';
import type { Force } from './force.ts';

/** F5: the request is handled, and its answer cannot be read. */
export const garbled = z.strictObject({
  code: z.literal('F5'),
  ...aim,
  /**
   * `html`: a page with status 200; `cut`: the first half of the body; `type`: the right body under
   * a wrong content type; `unescaped`: an error text with raw quotes and line breaks in its JSON.
   */
  how: z.enum(['html', 'cut', 'type', 'unescaped']),
});

/** Handles the request and spoils its answer. */
export function garble(rule: z.infer<typeof garbled>): Force {
  return {
    onRequests: {
      aim: rule,
      strike: ({ handling, next, say }) => {
        say(`F5: answer garbled (${rule.how})`);
        return spoilt[rule.how](next(handling));
      },
    },
  };
}

const html = { 'content-type': 'text/html; charset=utf-8' };

const spoilt: Readonly<Record<z.infer<typeof garbled>['how'], (answer: Answer) => Answer>> = {
  // Whoever reads the ledger must know that nothing was stored, though the status says otherwise.
  html: ({ status, refused }) => ({
    status: 200,
    headers: html,
    body: '<!doctype html><title>Please wait</title>',
    refused: refused === true || status >= 400,
  }),
  cut: (answer) => ({ ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) }),
  type: (answer) => ({ ...answer, headers: { ...answer.headers, ...html } }),
  unescaped: (answer) => ({
    ...answer,
    status: 500,
    body: '{"error":"Value "Bø"\nwas not accepted"}',
  }),
};
