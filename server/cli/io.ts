/** What a command may touch of the process that runs it. */
export interface Io {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Whether standard output shows colours. */
  readonly colours: boolean;
  /** Whether it is said where in our own code something broke down. */
  readonly traces: boolean;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
  /** Writes to standard output; answers when more may be written. */
  write(text: string): Promise<void>;
  /** Writes to standard error. */
  writeError(text: string): void;
}

/** How a command ends. */
export const exit = { clean: 0, found: 1, failed: 2 } as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

/** Says on standard error, in one line, what went wrong. */
export const complain = (io: Io, message: string): void => io.writeError(`nianbao: ${oneLine(message)}\n`);

/**
 * A text on one line, without control characters and without those that turn the direction of writing, so that what a file contains can
 * neither drive the terminal nor show in another order than it has.
 */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ');
