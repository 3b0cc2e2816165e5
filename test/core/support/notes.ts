import { analyze } from '../../../server/analysis';
import { type NoteOffer, noteOffersAt } from '../../../server/features/explaining/notes';

/** A note as it is written. */
export const note = (body: string): string => `<!-- 年报核对 ${body} -->`;

/** A sentence at which rule `parts-mismatch` asks, and a reason why it need not. */
export const wrong = '全年公开信息100条，其中动态类60条，公告类30条，其他类8条。';
export const reason = '一条信息同时在两个栏目发布，只计一次';

/** The notes that are offered for what rule `id` finds in a text. */
export const offersIn = (text: string, id: string): NoteOffer[] =>
  noteOffersAt(analyze(text), { start: 0, end: text.length }).filter(({ finding }) => finding.rule === id);
