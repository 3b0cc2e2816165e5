import { say } from '../../text/say';

/** Why a file cannot be read, in words that go on behind its name, and what to do about it. */
export interface Unreadable {
  readonly reason: string;
  readonly remedy: string;
}

/** Why a file cannot be read as a document. */
export class UnreadableDocument extends Error implements Unreadable {
  constructor(
    readonly reason: string,
    readonly remedy = say`请在 Word 或 WPS 里打开，另存为 .docx`,
  ) {
    super(reason);
  }
}
