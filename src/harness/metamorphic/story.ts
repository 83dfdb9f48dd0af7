import type { Side } from '../../settings.ts';
import type { Circumstances } from './circumstances.ts';

/** One thing that happens in a story; records are counted in the order of their creation, rows as the document has them. */
export type Move =
  /** A user makes a source record. */
  | { readonly kind: 'create' }
  /** A user types something new into one row's property. */
  | { readonly kind: 'edit'; readonly record: number; readonly row: number; readonly side: Side }
  /** A user deletes a source record. */
  | { readonly kind: 'remove'; readonly record: number }
  /** The engine makes a pass. */
  | { readonly kind: 'cycle' };

/** What users and the engine do, in order. Between two passes users compete for no property. */
export type Story = readonly Move[];

/** A story under other circumstances, which must not change how it ends. Plain data. */
export interface Twist {
  /** What is other than in the plain story, in words. */
  readonly what: string;
  readonly story: Story;
  readonly circumstances: Circumstances;
}
