import { type Note, noteMark } from '../../report/note';
import { mark, say } from '../../text/say';
import { rule } from '../rule';
import type { Fault } from './support/judge';

export default rule({
  id: 'note-invalid',
  family: 'notes',
  severity: 'information',
  hard: false,
  summary: '略去提示的说明不起作用',
  summaryEn: 'A note that is to silence a finding does nothing',
  basis: mark`说明针对一处核对提示，并写明理由`,
  fixable: true,

  *check({ faults = [] }) {
    for (const { note, fault } of faults) {
      yield {
        span: placeOf(note, fault),
        message: messages[fault](note),
        // The clerk's words: never taken out without a look.
        repairs:
          fault === 'reasonless' || fault === 'nameless'
            ? []
            : [
                {
                  title: say`删去这条说明`,
                  confidence: 'possible',
                  edits: [{ span: note.extent, newText: '' }],
                },
              ],
      };
    }
  },
});

const messages: Readonly<Record<Fault, (note: Note) => string>> = {
  nameless: () => say`说明没有写规则编号，不起作用；应写成“${noteMark} 规则编号（数字）：理由”`,
  unknown: ({ rule: id }) => say`没有“${id}”这条规则，说明不起作用，请核对规则编号`,
  hard: ({ rule: id }) => say`“${id}”查的关系没有例外，不能用说明略去；请改正数字后删去说明`,
  reasonless: ({ reason }) =>
    reason === ''
      ? say`说明没有写理由，提示照旧；请在冒号后写明为什么不是问题`
      : say`“${reason}”没有说出理由，提示照旧；请写明为什么不是问题`,
  idle: () => say`这里没有这条规则的提示可以略去，说明可以删去`,
};

function placeOf({ span, head, words }: Note, fault: Fault) {
  if (fault === 'unknown' || fault === 'hard') return head;
  return fault === 'reasonless' && words.end > words.start ? words : span;
}
