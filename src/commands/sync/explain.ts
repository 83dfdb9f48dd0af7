import { visible } from '../../dataflow/visible.ts';
import { SyncproofError } from '../../errors.ts';
import { opposite } from '../../settings.ts';
import { decide, type RowDecision } from '../../sync/linked/decide.ts';
import { diff } from '../../sync/linked/diff.ts';
import { planSections, type SectionPlan } from '../../sync/plan.ts';
import type { RemoteRecord } from '../../sync/record.ts';
import type { Link } from '../../sync/store/link.ts';
import type { OpenSync } from './open-sync.ts';

/**
 * Tells, for each link of one source record, what has changed on which side since the two last
 * agreed, and what would win and why. Names properties and times, never a value.
 */
export async function explain(open: OpenSync, sourceId: string, now: number): Promise<string> {
  const told: string[] = [];
  for (const plan of planSections(open).sections) {
    const link = await open.store.link({ section: plan.key, side: 'source', id: sourceId });
    if (link !== undefined) told.push(...(await explainLink(plan, link, now)));
  }
  if (told.length > 0) return `${told.map(visible).join('\n')}\n`;
  throw new SyncproofError(
    'usage',
    `The store has no link of a source record ${visible(sourceId)}: name it by the id that it has in its system.`,
  );
}

async function explainLink(plan: SectionPlan, link: Link, now: number): Promise<readonly string[]> {
  const title = `${plan.entity.source} ${link.source.id} - ${plan.entity.target} ${link.target.id}  (${plan.heading})`;
  if (link.broken !== undefined) return [title, `  broken: the ${link.broken} record was deleted`];
  const source = await plan.port.source.read(link.source);
  const target = await plan.port.target.read(link.target);
  if (source === undefined || target === undefined) {
    return [
      title,
      `  the ${source === undefined ? 'source' : 'target'} record is not there any more`,
    ];
  }
  const modifiedAt = { source: source.modifiedAt ?? now, target: target.modifiedAt ?? now };
  const precedence = { modifiedAt, priority: plan.settings.priority ?? 'source' } as const;
  const rows = diff({ rows: plan.rows, base: link.base, seen: { source, target } });
  const lines = rows.map(
    (row) => `  ${row.row.key}: ${why(decide(row, precedence), { plan, source, target })}`,
  );
  return [
    title,
    ...(lines.length === 0 ? ['  no property is mapped: the link alone is kept'] : lines),
  ];
}

interface Both {
  readonly plan: SectionPlan;
  readonly source: RemoteRecord;
  readonly target: RemoteRecord;
}

function why(decision: RowDecision, { plan, source, target }: Both): string {
  switch (decision.kind) {
    case 'nothing':
      return 'as both sides stored it when they last agreed';
    case 'settle':
      return 'changed, and both sides say the same';
    case 'write': {
      const { to, lost, row } = decision;
      const winner = opposite(to);
      const isKept = plan.settings.share?.[to] === false;
      const fate = isKept ? `the ${to} is not shared: it stays as it is` : `the ${to} is written`;
      if (lost === undefined) return `only the ${winner} changed, and ${fate}`;
      const by = row.isConsent ? 'by saying no, as the later one' : 'as the later one';
      const times = `source modified ${stamp(source)}, target ${stamp(target)}`;
      return `both changed: the ${winner} wins, ${by} or by priority (${times}), and ${fate}`;
    }
  }
}

function stamp({ modifiedAt }: RemoteRecord): string {
  return modifiedAt === undefined
    ? 'at a time that it does not say'
    : new Date(modifiedAt).toISOString();
}
