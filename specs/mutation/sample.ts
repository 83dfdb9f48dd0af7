/** Whether a mutant is in the sample: one in so many, spread evenly over the code. */
export function isPicked({ id }: { readonly id: string }, oneIn: number): boolean {
  return Number(id) % oneIn === 0;
}
