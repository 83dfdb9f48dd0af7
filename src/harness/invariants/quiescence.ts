import { requestInWords } from '../watching/request-in-words.ts';
import type { Invariant } from './invariant.ts';

/** After the last edit the writing stops: nothing is sent to and fro, nothing is touched for its own sake. */
export const quiescence: Invariant = {
  law: 'I3 quiescence',
  judge: async ({ stirrings }) =>
    stirrings.map((request) => ({
      law: quiescence.law,
      message: `${requestInWords(request)}, was sent although nobody had edited anything since the engine came to rest`,
      found: request.request,
    })),
};
