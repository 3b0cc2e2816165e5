import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import { unmark } from '../support/marked';

const body = `
一、总体情况
（一）主动公开。全年发布信息三十条，均经审核。
二、主动公开政府信息情况
规章 0 0 0
六、其他需要报告的事项
没有收取信息处理费。
`;

interface Front {
  readonly title?: string;
  readonly agency?: string | undefined;
  readonly year?: number | undefined;
}

/** Asserts what is read from a text; the marks in it are around what the agency and the year are read from, in this order. */
function check(source: string, expected: Front): void {
  const { text, spans } = unmark(source);
  const { title, agency, year } = parseReport(text);
  assert.deepEqual(
    { agency: agency?.value, year: year?.value },
    { agency: expected.agency, year: expected.year },
  );
  if (expected.title !== undefined) assert.equal(title?.value, expected.title);
  const [agencySpan, yearSpan] = spans;
  if (agencySpan) assert.deepEqual(agency?.span, agencySpan);
  if (yearSpan) assert.deepEqual(year?.span, yearSpan);
}

describe('title, agency and year', () => {
  it('are read from a title on one line', () =>
    check(`⟦云溪县水务局⟧⟦2023⟧年政府信息公开工作年度报告${body}`, {
      title: '云溪县水务局2023年政府信息公开工作年度报告',
      agency: '云溪县水务局',
      year: 2023,
    }));

  it('are read from a title over several lines', () => {
    check(`\n\n⟦云溪县水务局⟧⟦2023⟧年度政府信息\n\n公开工作年度报告\n${body}`, {
      title: '云溪县水务局2023年度政府信息公开工作年度报告',
      agency: '云溪县水务局',
      year: 2023,
    });
    check(`⟦云溪县水务局⟧\n⟦2023⟧年政府信息公开\n工作年度报告\n${body}`, {
      agency: '云溪县水务局',
      year: 2023,
    });
  });

  for (const title of [
    '2023年云溪县水务局政府信息公开工作年度报告',
    '2023年度云溪县水务局政府信息公开年报',
    '云溪县水务局政府信息公开工作2023年度报告',
    '云溪县水务局 2023 年度 政府信息公开工作年度报告',
    '云溪县水务局２０２３年政府信息公开工作年度报告',
    '云溪县水务局二〇二三年政府信息公开年度报告',
    '云溪县水务局二○二三年度政府信息公开年报',
    '云溪县水务局二零二三年政府信息公开工作报告',
    '云溪县水务局关于2023年度政府信息公开工作情况的报告',
    '云溪县水务局关于2023年政府信息公开工作的年度报告',
    '# (图文)云溪县水务局2023年政府信息公开工作年度报告',
    '《云溪县水务局2023年政府信息公开工作年度报告》',
    '标题：云溪县水务局2023年政务公开工作年度报告',
    '【公开年报】云溪县水务局2023年政府信息公开工作年度报告（全文）',
  ])
    it(`are read from ${title}`, () => check(title + body, { agency: '云溪县水务局', year: 2023 }));

  it('keep brackets that belong to the name', () =>
    check(`⟦南州市经济开发区（沙塘镇）⟧⟦2023⟧年政府信息公开工作年度报告${body}`, {
      agency: '南州市经济开发区（沙塘镇）',
      year: 2023,
    }));

  it('are given in simplified characters', () =>
    check(`⟦雲溪縣水務局⟧⟦2023⟧年政府信息公開工作年度報告${body}`, {
      title: '云溪县水务局2023年政府信息公开工作年度报告',
      agency: '云溪县水务局',
      year: 2023,
    }));

  it('are read without what does not belong to the characters', () =>
    check(`云\u200b溪县水\u200b务局2023年政府信息公开工作年度报告${body}`, {
      title: '云溪县水务局2023年政府信息公开工作年度报告',
      agency: '云溪县水务局',
      year: 2023,
    }));

  it('take the full name from the signature where the title has a short one', () =>
    check(`2023年云溪水务局政府信息公开工作年度报告${body}\n云溪县水务局\n2024年1月20日\n`, {
      agency: '云溪县水务局',
      year: 2023,
    }));

  it('take it from a signature of a page whose characters are in elements of their own', () => {
    const dressed = (text: string): string =>
      `<p><font face="仿宋_GB2312"><span lang="zh-CN">${text.slice(0, 2)}</span></font><span lang="zh-CN">${text.slice(2)}</span></p>`;
    const lines = [
      '2023年云溪水务局政府信息公开工作年度报告',
      ...body.trim().split('\n'),
      '云溪县水务局',
      '2024年1月20日',
    ];
    check(`<html><body>${lines.map(dressed).join('\n')}</body></html>`, {
      agency: '云溪县水务局',
      year: 2023,
    });
  });

  it('are read from the signature where the title names nobody', () =>
    check(`2023年政府信息公开工作年度报告${body}\n云溪县水务局\n二〇二四年一月二十日\n`, {
      agency: '云溪县水务局',
      year: 2023,
    }));

  it('do not come from the signature of another year', () =>
    check(
      `政府信息公开工作年度报告\n本报告统计期限为2023年1月1日至2023年12月31日。${body}\n云溪县水务局\n2024年1月20日\n`,
      {
        agency: '云溪县水务局',
        year: 2023,
      },
    ));

  it('are not read from what stands around a report on its page', () =>
    check(
      `首页 > 年报\n信息来源：临河市人民政府\n云溪县水务局2023年政府信息公开工作年度报告${body}\n上一篇：云溪县水务局2022年政府信息公开工作年度报告\n主办：临河市人民政府办公室\n`,
      { agency: '云溪县水务局', year: 2023 },
    ));

  it('are read from a title with the text behind it in one line', () => {
    const text = '根据《中华人民共和国政府信息公开条例》的规定，本局编制本报告，现予公布，欢迎社会各界监督。';
    check(`⟦云溪县水务局⟧⟦2023⟧年政府信息公开工作年度报告 ${text}${body}`, {
      title: '云溪县水务局2023年政府信息公开工作年度报告',
      agency: '云溪县水务局',
      year: 2023,
    });
    check(`⟦云溪县水务局⟧⟦2023⟧年政府信息公开工作年度报告${text}${body}`, {
      agency: '云溪县水务局',
      year: 2023,
    });
    check(
      `首页 > 公开年报 字号：大 中 小 ⟦云溪县水务局⟧⟦2023⟧年政府信息 公开工作年度报告 发布时间：2024-01-20 ${text}${body}`,
      { agency: '云溪县水务局', year: 2023 },
    );
  });

  it('are not read from a report that a sentence mentions', () =>
    check(
      `我局认真落实整改要求，对照上级通报以及《临河市水利局2021年政府信息公开工作年度报告》所列问题逐条改进。数据为2023年1月1日至2023年12月31日。${body}\n云溪县水务局\n2024年1月20日\n`,
      { agency: '云溪县水务局', year: 2023 },
    ));

  it('are read from words of Taiwan usage', () =>
    check(`⟦雲溪縣水務局⟧⟦2023⟧年政府資訊公開工作年度報告${body}`, {
      agency: '云溪县水务局',
      year: 2023,
    }));

  it('are read from a signature behind the last sentence', () =>
    check(`2023年政府信息公开工作年度报告${body.trimEnd()}云溪县水务局\n2024年1月20日\n`, {
      agency: '云溪县水务局',
      year: 2023,
    }));

  it('are unknown where nothing says them', () =>
    check(`政府信息公开工作${body}`, { agency: undefined, year: undefined }));
});
