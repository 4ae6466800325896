/** What the command line needs from the process. Tests bring their own. */
export interface CliIo {
  /** Absolute; paths on the command line and in reports are relative to it. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Of the package. */
  readonly version: string;
  /** Of the package; undefined while it names none. */
  readonly homepage?: string | undefined;
}

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
}

/** What the process ends with. */
export const exitCodes = {
  /** Nothing to report. */
  clean: 0,
  /** There are errors or warnings. */
  findings: 1,
  /** The run itself failed: bad arguments, bad configuration, unreadable input. */
  failed: 2,
} as const;

/** The user can do something about it: printed without a stack, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
