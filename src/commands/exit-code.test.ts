import { CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { SyncproofError } from '../errors.ts';
import { exitCodeOf } from './exit-code.ts';

function ending(cause: unknown) {
  const said: string[] = [];
  const console = { out: () => undefined, err: (text: string) => void said.push(text) };
  return { code: exitCodeOf(cause, console), said: said.join('') };
}

test('Something unusable is said in one line', () => {
  const cause = new SyncproofError('usage', 'There is no such file.');
  expect(ending(cause)).toEqual({ code: 2, said: 'There is no such file.\n' });
});

test('What commander has refused is not said twice, and help is no refusal', () => {
  const refused = new CommanderError(1, 'commander.unknownOption', 'unknown option');
  expect(ending(refused)).toEqual({ code: 2, said: '' });
  const helped = new CommanderError(0, 'commander.helpDisplayed', '(outputHelp)');
  expect(ending(helped)).toEqual({ code: 0, said: '' });
});

test('A defect of our own is not the red of a broken promise, and tells where it is', () => {
  const { code, said } = ending(new TypeError('x is not a function'));
  expect(code).toBe(70);
  expect(said).toMatch(/defect of syncproof[\s\S]*TypeError: x is not a function\n *at /);
});
