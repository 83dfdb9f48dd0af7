/** A part of the mutants, spread evenly over the code. */
export interface Sample {
  /** One mutant in so many. */
  readonly oneIn: number;
  /** With which the count begins, from 0: another one picks others, which nobody has looked at. */
  readonly offset: number;
}

/** Whether a mutant is in the sample. */
export function isPicked({ id }: { readonly id: string }, { oneIn, offset }: Sample): boolean {
  return Number(id) % oneIn === offset % oneIn;
}
