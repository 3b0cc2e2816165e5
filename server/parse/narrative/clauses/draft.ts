import type { Lexeme } from '../words/lexeme';

/** A claim before its sentence is known to the end. */
export interface Draft {
  /** A frame's key, completed: a subject, `outcome:direct:upheld`, `reason:refused.stateSecret`. */
  readonly key: string;
  readonly kind: 'number' | 'none' | 'all';
  /** The number; for `none` and `all` the first word of the phrase. */
  readonly lexeme: Lexeme;
  readonly start: number;
  readonly end: number;
  /** Whether the phrase itself leaves no doubt what is counted, and whether the words around it leave none. */
  readonly firm: boolean;
  readonly sound: boolean;
  /** Whether all that is open is whether the table's applications or disputes are meant: other numbers may tell. */
  readonly tentative: boolean;
  /** Whether decisions are counted as they were published, which need not be all that were made. */
  readonly published: boolean;
  /** Whether they may be some of those that are counted, and in no case more: 紧盯食品安全领域，作出行政处罚决定 36 件. */
  readonly ofSome?: boolean;
  /**
   * What words say of the number beside its key: of applicants what they are counted of (新收申请中，自然人 3 件: `receivedNew`; 予以公开 12 件，其中自然人 9
   * 件: `result:granted:one`); `apart` for what 另有 parts from the rest; `settled` where only disputes that were decided may be meant;
   * `less:15` where 15 were taken out before (除去 15 件，共办理 46 件); `of:naturalPersons` where only theirs are counted (自然人申请中，予以公开 19 件), with
   * `:perhaps` where that is open; `ofNew` what was answered of what came in (新收的 51 件中有 47 件办结); `underWay` what is
   * dealt with at a time that is open (全年待办 53 件), `atBegin` where the year's begin is told (年初在办 2 件).
   */
  readonly flow: string;
  /** Whether it is only mentioned beside another number: in brackets, or behind 含 or 包括. */
  readonly aside: boolean;
}

/** A draft that its sentence leaves no doubt of, for what it says of a number, or of none, as words of the text. */
export const sureDraft = (kind: Draft['kind'], key: string, lexeme: Lexeme): Draft => ({
  key,
  kind,
  lexeme,
  start: lexeme.start,
  end: lexeme.end,
  flow: '',
  firm: true,
  sound: true,
  tentative: false,
  published: false,
  aside: false,
});
