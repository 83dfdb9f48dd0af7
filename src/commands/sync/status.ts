import { join, resolve } from 'node:path';
import { ownDocument, projectRoot } from '../../config.ts';
import type { Section } from '../../dataflow/dataflow.ts';
import { openDataflow } from '../../dataflow/open.ts';
import type { Link, Pending } from '../../sync/link.ts';
import { sectionKey } from '../../sync/section-key.ts';
import type { Store } from '../../sync/store.ts';
import { type Console, exitCodes } from '../console.ts';
import { openStore, type SyncSource } from './open-sync.ts';

export interface StatusOptions extends Pick<SyncSource, 'document' | 'store'> {
  readonly json: boolean;
}

interface SectionStatus {
  readonly section: string;
  readonly linked: number;
  readonly broken: readonly Pick<Link, 'source' | 'target' | 'broken'>[];
  readonly pending: readonly Pick<Pending, 'source' | 'kind' | 'reason' | 'attempts'>[];
}

/** `syncproof status`: what a store knows of links, broken links, and records that have not arrived. */
export async function status(options: StatusOptions, console: Console): Promise<number> {
  const path =
    options.document === undefined ? join(projectRoot, ownDocument) : resolve(options.document);
  const { sections } = await openDataflow(path);
  const store = await openStore({ store: options.store, firstRun: false });
  try {
    const all: SectionStatus[] = [];
    for (const section of sections) all.push(await statusOf(store, section));
    console.out(options.json ? `${JSON.stringify(all)}\n` : all.map(inWords).join('\n'));
    return exitCodes.ok;
  } finally {
    await store.close();
  }
}

async function statusOf(store: Store, section: Section): Promise<SectionStatus> {
  const key = sectionKey(section);
  const broken: SectionStatus['broken'][number][] = [];
  let linked = 0;
  for await (const { source, target, broken: side } of store.links(key)) {
    if (side === undefined) linked += 1;
    else broken.push({ source, target, broken: side });
  }
  const pending = (await store.allPending(key)).map(({ source, kind, reason, attempts }) => ({
    source,
    kind,
    reason,
    attempts,
  }));
  return { section: section.heading, linked, broken, pending };
}

function inWords({ section, linked, broken, pending }: SectionStatus): string {
  const lines = [
    section,
    `  ${linked} linked, ${broken.length} broken, ${pending.length} open`,
    ...broken.map(
      ({ source, target, broken: side }) =>
        `  broken    ${source.id} - ${target.id}: the ${side} record was deleted`,
    ),
    ...pending.map(
      ({ source, kind, reason, attempts }) =>
        `  ${kind.padEnd(8)}  ${source.id}, tried ${attempts} times: ${reason}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
