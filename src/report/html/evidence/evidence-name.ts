import { createHash } from 'node:crypto';
import type { PlacedCheck } from './placed-check.ts';

/** Of a SHA-256 in hex: as much as tells files apart, for a page that names hundreds. */
const nameLength = 12;

/** The file that has all that a check saw, relative to the page, named by what it tells of. */
export function evidenceName(placed: PlacedCheck): string {
  const digest = createHash('sha256').update(JSON.stringify(placed), 'utf8').digest('hex');
  return `evidence/${digest.slice(0, nameLength)}.html`;
}
