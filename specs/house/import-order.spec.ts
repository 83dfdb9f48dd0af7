import { expect, test } from 'vitest';
import { modules } from './modules.ts';

/** What every room of `src` stands on; files directly in `src` are the ground floor. */
const ground = ['src'];

/** Which rooms a room may import from, itself aside. Whoever is not named here may import nothing. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  src: [],
  'src/dataflow': ground,
  'src/sync': [...ground, 'src/dataflow'],
  'src/systems': [...ground, 'src/dataflow', 'src/sync'],
  'src/checklist': [...ground, 'src/dataflow'],
  'src/evidence': [...ground, 'src/dataflow', 'src/checklist'],
  'src/harness': [...ground, 'src/dataflow', 'src/checklist', 'src/evidence'],
  'src/report': [...ground, 'src/dataflow', 'src/checklist', 'src/evidence'],
  'src/commands': [
    'src/sync',
    'src/systems',
    ...ground,
    'src/dataflow',
    'src/checklist',
    'src/evidence',
    'src/report',
  ],
  mocks: [],
  fixtures: [
    ...ground,
    'src/dataflow',
    'src/checklist',
    'src/evidence',
    'src/report',
    'src/sync',
    'mocks',
  ],
  specs: [
    'fixtures',
    'mocks',
    ...ground,
    'src/dataflow',
    'src/sync',
    'src/systems',
    'src/checklist',
    'src/evidence',
    'src/harness',
    'src/report',
    'src/commands',
  ],
};

/** The command line stands above all of `src`, though its file lies on the ground floor. */
const entrance = 'src/cli.ts';

/** Names that only the systems' own rooms, their settings and their twins may know. */
const systemNames = /CRMOffice|PowerOffice/i;
const generic = [
  'src',
  'src/dataflow',
  'src/checklist',
  'src/sync',
  'src/harness',
  'src/report',
  'src/evidence',
];

const all = modules();

test('Every room imports only from the rooms below it', () => {
  const upwards = all
    .filter(({ path }) => path !== entrance)
    .flatMap(({ path, imports }) =>
      imports.filter((to) => !mayImport(path, to)).map((to) => `${path} imports ${to}`),
    );
  expect(upwards).toEqual([]);
});

test('No file imports itself by way of others, not even for types', () => {
  const graph = new Map(all.map(({ path, imports }) => [path, imports]));
  expect(all.flatMap(({ path }) => circle(graph, path))).toEqual([]);
});

test('Rooms that serve any document name no system', () => {
  const naming = all
    .filter(({ path }) => generic.includes(room(path)) && path !== 'src/config.ts')
    .filter(({ path, text }) => !path.endsWith('.test.ts') && systemNames.test(text))
    .map(({ path }) => path);
  expect(naming).toEqual([]);
});

test('No file is longer than 250 lines', () => {
  const long = all.filter(({ text }) => text.split('\n').length > 251).map(({ path }) => path);
  expect(long).toEqual([]);
});

function mayImport(path: string, to: string): boolean {
  const [from, into] = [room(path), room(to)];
  // Tests beside the code use the generated data.
  return (
    from === into ||
    rooms[from]?.includes(into) ||
    (path.endsWith('.test.ts') && into === 'fixtures')
  );
}

/** `src/sync/store/memory.ts` is in `src/sync`, `mocks/ledger.ts` in `mocks`. */
function room(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'src' && !second.endsWith('.ts') ? `${top}/${second}` : top;
}

function circle(graph: ReadonlyMap<string, readonly string[]>, start: string): readonly string[] {
  const seen = new Set<string>();
  const open = [...(graph.get(start) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === start) return [`${start} imports itself`];
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(graph.get(next) ?? []));
  }
  return [];
}
