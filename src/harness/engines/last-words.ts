import type { Readable } from 'node:stream';

/** How much of an engine's output is kept, in characters and in lines. */
const kept = { characters: 2000, lines: 8 } as const;

/** Keeps the end of what is said on some streams, however much that is; returns how to read it. */
export function lastWordsOn(streams: readonly (Readable | null)[]): () => string {
  let said = '';
  for (const stream of streams) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-kept.characters);
    });
  }
  return () => said.trimEnd().split('\n').slice(-kept.lines).join('\n');
}
