import { aspects, checkDocument, type Parts } from '../support/document';

// What a report says of itself in its prose, beside what it says in its title, lead and tables.

const periods: readonly Parts[] = [
  { overview: `${aspects}本报告所列数据的统计期限为⟦2022⟧年1月1日至⟦2022⟧年12月31日。` },
  { overview: `${aspects}数据统计时段：⟦2022⟧年1月1日—12月31日。` },
  { overview: `${aspects}本报告所列数据截止时间为⟦2022⟧年12月31日。` },
  { others: '本年度未收取信息处理费。统计数据截至⟦2022⟧年底。' },
  { overview: `${aspects}上年度报告的统计期限为2022年1月1日至12月31日。` },
  { overview: `${aspects}信访事项统计时间为2020年1月1日至2022年12月31日。` },
  { overview: `${aspects}截至2022年12月31日在办的2件，已按期答复。报告数据截至2023年12月底。` },
];

const fees: readonly Parts[] = [
  { overview: `${aspects}本年度⟦收取信息处理费320元⟧。` },
  { overview: `${aspects}依规⟦收取政府信息公开信息处理费1笔⟧，共260元。` },
  { overview: `${aspects}依法对1件申请⟦收取了信息处理费⟧。` },
  { overview: `${aspects}发出⟦信息处理费收费通知2件，费用已全部缴纳⟧。` },
  { others: '本机关未向申请人收取信息处理费，无其他需要报告的事项。全年⟦收取信息处理费0.05万元⟧。' },
  { overview: `${aspects}上年收取信息处理费320元。` },
  { overview: `${aspects}2021年收取信息处理费320元。` },
  { overview: `${aspects}收取信息处理费0元。` },
  { overview: `${aspects}按规定可收取信息处理费100元，本年度无此情形。` },
  { overview: `${aspects}发出信息处理费收费通知2件，逾期未缴纳，均不再处理。` },
  { others: '除1件收取信息处理费100元外，未收取信息处理费。' },
  { others: '局本级未收取信息处理费。全年收取信息处理费100元。' },
];

describe('the period of the figures', () => {
  for (const parts of periods)
    it(`is held against the title wherever it is told: ${parts.overview ?? parts.others}`, () =>
      checkDocument('year-mismatch', parts));
});

describe('the fee for the processing of information', () => {
  for (const parts of fees)
    it(`is either taken or not: ${parts.overview ?? parts.others}`, () =>
      checkDocument('processing-fee', parts));
});
