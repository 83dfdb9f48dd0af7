/** F11: modification times of a system are held at a coarser resolution, rounded down. Stands until cleared. */
export interface CoarseStamps {
  readonly code: 'F11';
  /** Default: every system. */
  readonly system?: string;
  /** In milliseconds. */
  readonly resolution: number;
}
