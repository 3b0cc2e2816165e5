import type { Block } from '../lines/blocks';
import type { Looks } from './looks';
import type { Numbering } from './numbering';
import type { Tally } from './unread';

/** A part of a document whose paragraphs are read, and what is needed for that. */
export interface Part {
  readonly name: string;
  readonly xml: string;
  /** What the names of a word processor's elements begin with, such as `w:`. */
  readonly prefix: string;
  readonly numbering: Numbering;
  readonly looks: Looks;
  /** The paragraphs of a note, by the kind of its reference and its id. */
  readonly notes: (kind: string, id: string) => readonly Block[];
  /** Counts the figures that are not read, in all parts of the document. */
  readonly unread: Tally;
}
