import { dirname, relative } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';

/** Below this percentage a room is not tested well enough. */
export const leastScore = 85;

/** How many percent of the mutants were found; ignored ones do not count. */
export function scoreOf(results: readonly MutantResult[]): number {
  const found = count(results, 'Killed') + count(results, 'Timeout');
  const missed = count(results, 'Survived') + count(results, 'NoCoverage');
  return found + missed === 0 ? 100 : (100 * found) / (found + missed);
}

/** What nobody noticed, a line each, the score of each folder, and the counts. */
export function told(room: string, results: readonly MutantResult[]): string {
  const missed = results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const statuses = [...new Set(results.map(({ status }) => status))].toSorted();
  const counts = statuses.map((status) => `${count(results, status)} ${status}`).join(', ');
  const score = scoreOf(results).toFixed(1);
  return [
    ...missed.map(line),
    ...byFolder(results),
    `${room}: ${results.length} mutants, ${counts}: ${score} %`,
    '',
  ].join('\n');
}

function byFolder(results: readonly MutantResult[]): readonly string[] {
  const folders = Map.groupBy(results, ({ fileName }) => dirname(relative('.', fileName)));
  return [...folders]
    .map(([folder, own]) => `${folder}: ${own.length} mutants: ${scoreOf(own).toFixed(1)} %`)
    .toSorted();
}

function count(results: readonly MutantResult[], wanted: MutantResult['status']): number {
  return results.filter(({ status }) => status === wanted).length;
}

function line({ fileName, location, status, mutatorName, replacement = '' }: MutantResult): string {
  const { line, column } = location.start;
  const change = replacement.replaceAll(/\s+/g, ' ').slice(0, 80);
  return `${status} ${relative('.', fileName)}:${line}:${column} ${mutatorName} -> ${change}`;
}
