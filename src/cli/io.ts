/** The process as the commands see it; tests pass their own. */
export interface Io {
  readonly input: AsyncIterable<Uint8Array>;
  /** Data goes here. */
  readonly out: (text: string) => void | Promise<void>;
  /** Talk goes here. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Whether `err` is a terminal: progress is shown there only. */
  readonly terminal: boolean;
  /** Aborted by Ctrl-C or a request to end. */
  readonly signal: AbortSignal;
}

/** How many of a thing, as English says it. */
export const toCount = (count: number, thing: string): string =>
  `${count} ${thing}${count === 1 ? "" : "s"}`;

/** The command could not do its work; `message` is the one line a person is told. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1, cause?: unknown) {
    super(message, { cause });
    this.exitCode = exitCode;
  }
}
