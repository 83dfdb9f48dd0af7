import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MemoryLever } from '../../src/harness/memory-lever.ts';

/** A folder in which a foreign engine remembers, and what can be done to it. */
export interface MemoryFolder {
  readonly path: string;
  readonly lever: MemoryLever;
}

/** Makes the folder, below `home`, beside which its backups lie. Deeds are for an engine that makes no pass. */
export function memoryFolder(home: string): MemoryFolder {
  const [path, backup, whole] = [join(home, 'memory'), join(home, 'backup'), join(home, 'whole')];
  mkdirSync(path);
  return {
    path,
    lever: {
      keep: () => become(backup, path),
      restore: () => become(path, backup),
      damage: () => {
        become(whole, path);
        for (const file of filesIn(path)) writeFileSync(file, 'torn to pieces\n'.repeat(100));
      },
      mend: () => become(path, whole),
    },
  };
}

function become(folder: string, like: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(like, folder, { recursive: true });
}

function filesIn(folder: string): readonly string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
}
