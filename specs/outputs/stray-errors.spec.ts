import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { redactor } from '../../src/evidence/redaction.ts';
import { maskStrayErrors } from '../stray-errors.ts';

const secret = 'hunter2-hunter2';
const gate = redactor([{ name: 'clientSecret', value: secret }]);

/** What a runner that listens from the start is told of an error that nobody caught. */
function told(event: string, process: EventEmitter, error: Error): string {
  const seen: string[] = [];
  process.on(event, ({ message, stack }: Error) => {
    seen.push(`${message} ${stack}`);
  });
  process.emit(event, error);
  return seen.join();
}

test.each(['unhandledRejection', 'uncaughtException'])(
  'an error that nobody caught is told without secrets: %s',
  (event) => {
    const process = new EventEmitter();
    using _ = maskStrayErrors(gate, process);
    for (const error of [new Error(`401 for ${secret}`), new DOMException(`401 for ${secret}`)]) {
      const said = told(event, process, error);
      expect(said).toContain('401 for [masked: clientSecret, 15 characters]');
      expect(said).not.toContain(secret);
    }
  },
);

test('once its world is closed nothing listens any more', () => {
  const process = new EventEmitter();
  maskStrayErrors(gate, process)[Symbol.dispose]();
  expect(process.eventNames()).toEqual([]);
});
