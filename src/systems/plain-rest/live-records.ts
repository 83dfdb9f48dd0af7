import type { EntityPort } from '../../sync/port.ts';
import type { RemoteRecord } from '../../sync/record.ts';

/** The port of a system that still shows deleted records, marked as `archived`: for the engine they are gone. */
export function liveRecords(port: EntityPort): EntityPort {
  return {
    ...port,
    list: async function* (since) {
      for await (const page of port.list(since)) yield page.filter(isLive);
    },
    read: async (ref) => {
      const record = await port.read(ref);
      return record !== undefined && isLive(record) ? record : undefined;
    },
    find: async (by) => (await port.find(by)).filter(isLive),
  };
}

function isLive({ properties }: RemoteRecord): boolean {
  return properties['archived'] !== true;
}
