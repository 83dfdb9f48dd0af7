import { readFileSync } from 'node:fs';

/**
 * Prints the commands of a README's `sh` blocks, one a line, but for its test command, which CI
 * has run before. A README without commands is an error: nothing would have been run.
 */
const [, , file = 'README.md'] = process.argv;
const blocks = [...readFileSync(file, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)];
const commands = blocks
  .flatMap(([, block = '']) => block.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter((line) => line !== '' && line !== 'npm ci && npm test');
if (commands.length === 0) throw new Error(`${file} has no commands`);
process.stdout.write(`${commands.join('\n')}\n`);
