import { reportsFolder } from '../config.ts';
import { mergeResults } from '../report/result/merge.ts';
import { type Audience, deliver, historyIn } from './deliver.ts';
import { openPast } from './history-file.ts';
import { openResult } from './open-result.ts';
import { signoffOf } from './team-files.ts';

interface MergeOptions {
  /** The shards' `checklist.json`, in any order. */
  readonly files: readonly string[];
  readonly out?: string;
  readonly history?: string;
  readonly baseline?: string;
  readonly strict: boolean;
}

/** `syncproof merge`: makes one result of the shards of a run, and writes its reports. */
export async function merge(options: MergeOptions, audience: Audience): Promise<number> {
  const { files, out: folder = reportsFolder, strict } = options;
  const file = options.history ?? historyIn(folder);
  const past = await openPast(file, options.baseline);
  const result = mergeResults(await Promise.all(files.map(openResult)));
  const page = { signoff: await signoffOf(result.document.file) };
  return deliver({ result, folder, strict, page, history: { file, ...past } }, audience);
}
