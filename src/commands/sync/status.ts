import { join, resolve } from 'node:path';
import { ownDocument, projectRoot } from '../../config.ts';
import type { Section } from '../../dataflow/dataflow.ts';
import { openDataflow } from '../../dataflow/open.ts';
import { visible } from '../../dataflow/visible.ts';
import { sectionKey } from '../../sync/section-key.ts';
import type { Link, Pending } from '../../sync/store/link.ts';
import type { LostValue } from '../../sync/store/lost-value.ts';
import type { Store } from '../../sync/store/store.ts';
import { type Console, exitCodes } from '../console.ts';
import { openStore, type SyncSource } from './open-sync.ts';

export interface StatusOptions extends Pick<SyncSource, 'document' | 'store'> {
  readonly json: boolean;
  /** Forgets the lost values that it shows: somebody has taken note of them. */
  readonly acknowledge: boolean;
}

interface SectionStatus {
  readonly section: string;
  readonly linked: number;
  readonly broken: readonly Pick<Link, 'source' | 'target' | 'broken'>[];
  readonly pending: readonly Pick<Pending, 'source' | 'kind' | 'reason' | 'attempts'>[];
  readonly lost: readonly LostValue[];
}

/** `syncproof status`: what a store knows of links, broken links, records that have not arrived, and values that lost against others. */
export async function status(options: StatusOptions, console: Console): Promise<number> {
  const path =
    options.document === undefined ? join(projectRoot, ownDocument) : resolve(options.document);
  const { sections } = await openDataflow(path);
  const store = await openStore({ store: options.store, firstRun: false });
  try {
    const all: SectionStatus[] = [];
    for (const section of sections) all.push(await statusOf(store, section));
    console.out(options.json ? `${JSON.stringify(all)}\n` : all.map(inWords).join('\n'));
    if (options.acknowledge) await acknowledge(store, all);
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
  const all = await store.lostValues({ section: key, reported: true });
  const lost = all.filter(({ open }) => open === undefined);
  return { section: section.heading, linked, broken, pending, lost };
}

/** Refused with `lease` while an engine is at work on the store. */
async function acknowledge(store: Store, sections: readonly SectionStatus[]): Promise<void> {
  const lost = sections.flatMap((section) => section.lost);
  await store.commit(lost.map((value) => ({ kind: 'lost-done', value })));
}

function inWords({ section, linked, broken, pending, lost }: SectionStatus): string {
  const lines = [
    section,
    `  ${linked} linked, ${broken.length} broken, ${pending.length} open, ${lost.length} lost`,
    ...broken.map(
      ({ source, target, broken: side }) =>
        `  broken    ${source.id} - ${target.id}: the ${side} record was deleted`,
    ),
    ...pending.map(
      ({ source, kind, reason, attempts }) =>
        `  ${kind.padEnd(8)}  ${source.id}, tried ${attempts} times: ${reason}`,
    ),
    ...lost.map(
      ({ source, target, row, winner, kept, lost }) =>
        `  lost      ${source.id} - ${target.id}, ${row}: ${JSON.stringify(lost)}; the ${winner}'s ${JSON.stringify(kept)} was kept`,
    ),
  ];
  return `${lines.map(visible).join('\n')}\n`;
}
