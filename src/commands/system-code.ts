/** What the operating system calls a failure, `ENOENT`; in words where it was not the system's. */
export function systemCode(cause: unknown): string {
  const named = cause instanceof Error && 'code' in cause && typeof cause.code === 'string';
  return named ? String(cause.code) : 'no code';
}
