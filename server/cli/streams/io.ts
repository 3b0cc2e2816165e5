import { oneLine } from '../../text/plain';
import type { Input } from './lines';

/** What a command may touch of the process that runs it. */
export interface Io {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Whether standard output is a terminal, which does as the characters say that it is given. */
  readonly isTerminal: boolean;
  /** Whether standard output shows colours. */
  readonly colours: boolean;
  /** Whether it is said where in our own code something broke down. */
  readonly traces: boolean;
  /** Standard input, as it comes. */
  readonly input: Input;
  /** Writes to standard output; answers when more may be written. */
  write(text: string): Promise<void>;
  /** Whether what is written to standard output goes into this file. */
  writesTo(file: string): Promise<boolean>;
  /** Writes to standard error. */
  writeError(text: string): void;
  /** Tells when the caller has had enough of what goes on by itself, and no longer ends the process. */
  untilStopped(): AbortSignal;
  /** Shows how far a long run is, where somebody sees it; nothing for an empty text. */
  progress(words: string): void;
}

/** What is needed to make something of a report. */
export type Surroundings = Pick<Io, 'cwd' | 'colours' | 'traces' | 'input'>;

/** How a command ends. */
export const exit = { clean: 0, found: 1, failed: 2 } as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

/** Says on standard error, in one line, what went wrong. */
export const complain = (io: Io, message: string): void =>
  io.writeError(`nianbao: ${abridged(oneLine(message))}\n`);

/** A line that can be read: what is not printed is the middle of a name or a pattern of thousands of characters. */
const abridged = (line: string): string =>
  line.length <= 2_000 ? line : `${line.slice(0, 800)} … ${line.slice(-200)}`;

/**
 * Writes what has the characters of a report as they are, a patch or an export, to standard output: a terminal is shown signs in the place
 * of those that would drive it, which an end of a line does not, and nobody else, for whom they must be the same.
 */
export const writeAsIs = (io: Io, text: string): Promise<void> =>
  io.write(io.isTerminal ? visible(text) : text);

const visible = (text: string): string =>
  text.replace(/(?!\r\n)[^\P{Cc}\t\n]|[\p{Bidi_Control}\u2028\u2029]/gu, (character) =>
    pictureOf(character.charCodeAt(0)),
  );

/** The sign that Unicode has for a control character; its number in brackets where it has none. */
const pictureOf = (code: number): string =>
  code < 0x20
    ? String.fromCharCode(0x2400 + code)
    : code === 0x7f
      ? '\u2421'
      : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
