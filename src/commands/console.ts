/** The two streams that a command speaks to; handed in, so that commands can be tested. */
export interface Console {
  /** Results, for people and pipes. */
  out(text: string): void;
  /** Progress and troubles. */
  err(text: string): void;
}

/** The process's own streams. */
export const processConsole: Console = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

/** Exit codes; `design.md`, The command line. A defect of ours (`sysexits.h`, EX_SOFTWARE) says nothing of any promise. */
export const exitCodes = { ok: 0, notAccepted: 1, unusable: 2, defect: 70 } as const;
