import { expect, test } from 'vitest';
import { several } from './several.ts';

test('What is done several times is done one after the other, and what comes of it stays in order', async () => {
  let underWay = 0;
  let done = 0;
  const results = await several(3, async () => {
    underWay += 1;
    const together = underWay;
    await Promise.resolve();
    underWay -= 1;
    done += 1;
    return `${done} of ${together}`;
  });
  expect(results).toEqual(['1 of 1', '2 of 1', '3 of 1']);
});
