/** The same done so many times, one after the other, and what came of each. */
export async function several<T>(count: number, act: () => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  while (results.length < count) results.push(await act());
  return results;
}
