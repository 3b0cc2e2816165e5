import type { DocumentParams } from './messages';

// What client and server say to each other about documents of word processors; the client shows them as text, the server reads and writes them.

/** A document of a word processor as text: {@link DocumentParams} with the file's URI in, {@link WordText} out. */
export const wordText = 'nianbao/wordText';

/** Has a text written into its document: {@link WriteWordParams} in; true out where it was written, {@link WordRefusal} where not. */
export const writeWord = 'nianbao/writeWord';

export interface WriteWordParams extends DocumentParams {
  /** The whole text; lines end with LF. */
  readonly text: string;
  /** Whether the user lets a digital signature go, which does not hold once anything is written. */
  readonly voidsSignature?: boolean;
}

/** Why something was not done, and what to do; the file is as it was. */
export interface WordRefusal {
  readonly refusal: string;
  /** The text without what cannot be written; undefined where nothing can be, or nothing else was changed. */
  readonly rest?: string;
  /** Whether `rest` is the whole text, with the numbers that Word will draw in it. */
  readonly isRenumbered?: boolean;
  /** Whether it was not done for the digital signature alone: it can be once the user lets that go. */
  readonly isSigned?: boolean;
}

export type WordText =
  | WordRefusal
  | {
      readonly text: string;
      /** Whether it has tracked changes; the text has them accepted. */
      readonly isTracked: boolean;
      /** Whether it has a digital signature. */
      readonly isSigned: boolean;
      /** What of the document was not read, or may be read wrongly, each in a sentence. */
      readonly notices: readonly string[];
    };
