/** What can be done to an engine's memory from outside (`sync-bugs.md` 5, H2). */
export interface MemoryLever {
  /** Makes a backup of it as it is now. */
  keep(): void;
  /** Puts the backup in its place. */
  restore(): void;
  /** From now on it can be neither read nor written, as a file that is torn or gone. */
  damage(): void;
  /** It is again what it was before the damage. */
  mend(): void;
}

/** What is done to it, in words: the engine is started anew on what it finds then. */
export const memoryDeeds: Readonly<Record<keyof MemoryLever, string>> = {
  keep: "A backup of the engine's memory is made",
  restore: "The engine's memory is replaced by the backup, and the engine started again",
  damage: "The engine's memory is damaged, and the engine started again",
  mend: "The engine's memory is mended, and the engine started again",
};
