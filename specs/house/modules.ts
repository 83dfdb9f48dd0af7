import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from '../../src/config.ts';

/** One of the project's own source files. */
export interface Module {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The project's files that it imports, types included, as paths like `path`. */
  readonly imports: readonly string[];
}

const folders = ['src', 'mocks', 'fixtures', 'specs'];

/** Every TypeScript file of the project. */
export function modules(): readonly Module[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true }),
    )
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => moduleAt(join(entry.parentPath, entry.name)));
}

function moduleAt(file: string): Module {
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+\.ts)'/g)].map(
    ([, to = '']) => relative(projectRoot, join(dirname(file), to)),
  );
  return { path: relative(projectRoot, file), text, imports };
}
