import assert from 'node:assert/strict';
import { classifyNumerals } from '../../../server/parse/claims/classify';
import { parseReport } from '../../../server/parse/parse';
import { cases } from './cases';
import { reportOf } from './facts';

const kindsIn = (overview: string): string[] => {
  const text = reportOf('small', overview);
  const from = text.indexOf(overview);
  return classifyNumerals(parseReport(text), text)
    .filter(({ span }) => span.start >= from && span.end <= from + overview.length)
    .map(({ span, kind }) => `${text.slice(span.start, span.end)} ${kind}`);
};

describe('classes of the numerals', () => {
  for (const [overview, ...expected] of [
    ['全年收到政府信息公开申请8件。', '8 checked'],
    ['收到群众来信12封，访问量10.5万次。', '12 other', '10.5 other'],
    ['公开信息100条，其中动态60条、公告40条。', '100 checked', '60 checked', '40 checked'],
    ['统计期限为2023年1月1日至12月31日。', '2023 date', '1 date', '1 date', '12 date', '31 date'],
    ['发布日期：2024-02-08 14:35', '2024 date', '02 date', '08 date', '14 date', '35 date'],
    ['依据第36条和国办公开办函〔2021〕30号。', '36 reference', '2021 reference', '30 reference'],
    ['“12345”热线，《条例》（国令第711号）。', '12345 reference', '711 reference'],
    ['电话：0573-87287231，邮编：314000。', '0573 contact', '87287231 contact', '314000 contact'],
    ['地址：人民路18号3楼305室。', '18 contact', '3 contact', '305 contact'],
    ['1.加强审核。位列全县第3名。', '1 ordinal', '3 ordinal'],
    ['办结率100%，粉丝数54373。', '100 other', '54373 other'],
    ['共计：77。', '77 unexplained'],
    ['收到政府信息公开申请八件。', '八 checked'],
  ] as const) {
    it(overview, () => assert.deepEqual(kindsIn(overview), expected));
  }

  it('take every numeral exactly once, in the order of the text', () => {
    for (const { text, line } of cases) {
      const read = classifyNumerals(parseReport(text), text);
      for (const [index, { span }] of read.entries()) {
        assert.ok(span.start < span.end, line);
        assert.ok(span.start >= (read[index - 1]?.span.end ?? 0), line);
      }
    }
  });
});
