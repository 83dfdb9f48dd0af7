import { expect, test } from 'vitest';
import { exampleText } from '../../../fixtures/documents/example.ts';
import { readDataflow } from '../../dataflow/read.ts';
import { defaultSettings, type SectionSettings } from '../../settings.ts';
import { planSections } from '../../sync/plan.ts';
import type { EntityPort, SystemPort } from '../../sync/port.ts';
import type { RemoteRecord } from '../../sync/record.ts';
import type { Link } from '../../sync/store/link.ts';
import { memoryStore } from '../../sync/store/memory.ts';
import { explain } from './explain.ts';
import type { OpenSync } from './open-sync.ts';

const heading = 'Acme Customers to Globex Contact';
const agreed = { source: 'Ada', target: 'Ada' };

/** A system whose one record is this; there is none where it is `undefined`. */
function holding(system: string, record: Omit<RemoteRecord, 'id'> | undefined): SystemPort {
  const unused = (): never => {
    throw new Error('explaining only reads');
  };
  const port: EntityPort = {
    ...{ stamped: true, list: unused, find: unused, create: unused, update: unused },
    read: async ({ id }) => record && { id, ...record },
  };
  return { system, entity: () => port };
}

interface Told {
  readonly source?: string | undefined;
  readonly target?: string;
  readonly settings?: SectionSettings;
  readonly link?: Partial<Link>;
}

/** What is told of the record 1 and its counterpart 9, of which the target was modified later. */
async function told({ source, target = 'Ada', settings = {}, link }: Told): Promise<string> {
  const open: OpenSync = {
    dataflow: readDataflow(exampleText({})),
    settings: { ...defaultSettings, sections: { [heading]: settings } },
    systems: {
      source: holding(
        'Acme',
        source === undefined ? undefined : { modifiedAt: 0, properties: { name: source } },
      ),
      target: holding('Globex', { modifiedAt: 60_000, properties: { fullName: target } }),
    },
    store: memoryStore(),
  };
  const [plan] = planSections(open).sections;
  const known = { source: undefined, target: undefined };
  const ids = { section: plan?.key ?? '', source: { id: '1' }, target: { id: '9' } };
  const base = { 'name=fullName': agreed };
  await open.store.commit([{ kind: 'link', link: { ...ids, base, known, ...link } }]);
  return explain(open, '1', 0);
}

test('who has changed since both agreed is told, and what becomes of it', async () => {
  expect(await told({ source: 'Ada' })).toContain('name=fullName: as both sides stored it');
  expect(await told({ source: 'Grace' })).toContain(
    'only the source changed, and the target is written',
  );
  expect(await told({ source: 'Grace', target: 'Grace' })).toContain('both sides say the same');
});

test('of two edits the later one wins, and the times are told and no value is', async () => {
  const words = await told({ source: 'Grace', target: 'Alan' });
  expect(words).toContain('both changed: the target wins');
  expect(words).toContain('target 1970-01-01T00:01:00.000Z');
  expect(words).not.toMatch(/Grace|Alan|Ada/);
});

test('what would win is not written to a side that is not shared, and that is told', async () => {
  const settings = { share: { target: false } };
  const words = await told({ source: 'Grace', settings });
  expect(words).toContain(
    'only the source changed, and the target is not shared: it stays as it is',
  );
  expect(words).not.toContain('is written');
});

test('a record that is gone, and a link that is broken, are told as that', async () => {
  expect(await told({ source: undefined })).toContain('the source record is not there any more');
  expect(await told({ source: 'Ada', link: { broken: 'target' } })).toContain(
    'broken: the target record was deleted',
  );
});

test('a record of which nothing is linked is refused', async () => {
  const none = told({ source: 'Ada', link: { source: { id: '2' } } });
  await expect(none).rejects.toMatchObject({ code: 'usage' });
});
