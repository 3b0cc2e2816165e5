import type { SectionDemand } from '../../report/demand';
import { sectionReading } from '../../report/report';
import { clauses } from '../../report/told';
import { listed, mark, say } from '../../text/say';
import { ordinal, ownWord } from '../named';
import { firstLine } from '../place';
import { rule } from '../rule';
import { type Said, saidIn, uncounted, unmentioned } from './support/demanded';

export default rule({
  id: 'local-demand',
  family: 'document',
  severity: 'warning',
  hard: false,
  summary: '不符合本地编制通知对篇幅和内容的要求',
  summaryEn: 'Not as the local notice demands: length, things to mention, numbers to give',
  basis: mark`本地主管部门的编制通知（由使用者以 JSON 写明）`,
  fixable: false,

  *check({ report, text, demands = [], draft }) {
    for (const { source, sections } of demands)
      for (const { id, number, heading } of report.form.sections) {
        const demand = sections[id];
        const section = demand && sectionReading(report, id);
        // A section that is missing has a rule of its own.
        if (!section) continue;
        const span = section.heading?.span ?? firstLine(text, section.span);
        const faults = [...faultsIn(saidIn(report, section), demand, draft !== undefined)];
        if (faults.length === 0) continue;
        const message = say`${ordinal(number)}部分“${heading}”${clauses(faults)}（${ownWord(source)}），请核对`;
        yield { span, message };
      }
  },
});

/** What is not as demanded, in words that go on from the section's name; of a draft only what no more writing mends. */
function* faultsIn(said: Said, demand: SectionDemand, isDraft: boolean): Iterable<string> {
  const { mostCharacters: most, leastCharacters: least, mentions = [], counts = [] } = demand;
  const { length } = said;
  if (most !== undefined && length > most) yield say`有 ${length} 字，按要求不超过 ${most} 字`;
  if (isDraft) return;
  if (least !== undefined && length < least) yield say`只有 ${length} 字，按要求不少于 ${least} 字`;
  const absent = unmentioned(said, mentions);
  if (absent.length > 0) yield say`没有写到${listed(absent.map(ownWord))}`;
  const bare = uncounted(said, counts);
  if (bare.length > 0) yield say`没有写明${listed(bare.map(ownWord))}的数量`;
}
