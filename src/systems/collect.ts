import type { RemoteRecord } from '../sync/record.ts';

/** All records of some pages, for where there can only be a few. */
export async function collect(
  pages: AsyncIterable<readonly RemoteRecord[]>,
): Promise<readonly RemoteRecord[]> {
  const all: (readonly RemoteRecord[])[] = [];
  for await (const page of pages) all.push(page);
  return all.flat();
}
