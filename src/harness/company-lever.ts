/** Lets the engine's credentials open another company's records (`sync-bugs.md` 5, H4). */
export interface CompanyLever {
  /** From now on the target system is another company's, in which records bear the same ids. */
  leave(): Promise<void>;
  /** The target system is again the one that it was. */
  comeBack(): Promise<void>;
  /** How many writes the other company has got. */
  writes(): number;
}

/** What is done with the credentials, in words: the engine is started anew with them. */
export const companyDeeds: Readonly<Record<'leave' | 'comeBack', string>> = {
  leave: "The engine's credentials open another company, and it is started again",
  comeBack: "The engine's credentials open the first company again, and it is started again",
};
