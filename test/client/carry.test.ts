import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { type Codec, changed, type Misread, rebased, typedChanges } from '../../client/encoding/carry';

const codec: Codec = {
  encode: async (text, { encoding }) => iconv.encode(text, encoding),
  decode: async (bytes, { encoding }) => iconv.decode(Buffer.from(bytes), encoding),
};

const report = `示例县水务局年度报告

一、总体情况
全年主动公开120条，公开申请8件。
行政许可\t12\t3
行政许可\t12\t3

六、其他事项
无。
`;

const misreadAs = (shownAs: string, writtenIn: string, right = report): Misread => ({
  right,
  shown: iconv.decode(iconv.encode(right, writtenIn), shownAs),
  shownAs,
  writtenIn,
});

/** What the right text becomes when `edit` was made in the garbage; undefined where that is left open. */
async function rightAfter(misread: Misread, edit: (lines: string[]) => void): Promise<string | undefined> {
  const lines = misread.shown.split('\n');
  edit(lines);
  const changes = await typedChanges(misread, lines.join('\n'), codec);
  return changes && changed(misread.right, changes, '\n');
}

const inLines = (edit: (lines: string[]) => void): string => {
  const lines = report.split('\n');
  edit(lines);
  return lines.join('\n');
};

const replace = (line: number, what: string | RegExp, by: string) => (lines: string[]) => {
  lines[line] = (lines[line] ?? '').replace(what, by);
};

describe('what is typed into garbage', () => {
  for (const [shownAs, writtenIn] of [
    ['utf8', 'gb18030'],
    ['utf8', 'big5hkscs'],
    ['gbk', 'utf8'],
    ['windows-1252', 'gb18030'],
  ] as const) {
    const right = writtenIn === 'big5hkscs' ? report.replaceAll(/[^\n]/gu, '報') : report;
    const misread = misreadAs(shownAs, writtenIn, right);
    it(`is typed into the text that is right, one in ${writtenIn} read as ${shownAs}`, async () => {
      assert.equal(
        await rightAfter(misread, replace(3, /^/u, '新增。')),
        right.replace(/^(.*\n.*\n.*\n)/u, '$1新增。'),
      );
      assert.equal(await rightAfter(misread, replace(0, /$/u, '一')), right.replace('\n', '一\n'));
    });
  }

  const misread = misreadAs('utf8', 'gb18030');
  for (const [name, edit] of [
    ['nothing', () => undefined],
    ['a figure', replace(4, '12', '13')],
    ['a figure in the second of two lines that are the same', replace(5, '12', '7')],
    [
      'in two places',
      (lines: string[]) => {
        replace(2, /$/u, 'x')(lines);
        replace(8, /^/u, 'y')(lines);
      },
    ],
    ['a new line', (lines: string[]) => lines.splice(3, 0, '新的一行')],
    ['a new first line', (lines: string[]) => lines.splice(0, 0, '新的一行')],
    ['two lines behind the last', (lines: string[]) => lines.push('甲', '乙')],
    ['new lines in two places', (lines: string[]) => [lines.splice(7, 0, '甲'), lines.splice(2, 0, '乙')]],
    ['an empty line less', (lines: string[]) => lines.splice(1, 1)],
    ['a line end in the middle of a row', replace(4, '\t12', '\n\t12')],
  ] as const) {
    it(`is carried over: ${name}`, async () => {
      assert.equal(await rightAfter(misread, edit), inLines(edit));
    });
  }

  for (const [name, mark, shownAs] of [
    ['with a mark', '\ufeff', 'utf8'],
    ['without a mark', '', 'utf8'],
    ['read as GBK', '\ufeff', 'gbk'],
  ] as const)
    it(`is carried over where characters were read as the ends of lines: UTF-16 ${name}`, async () => {
      // The lower byte of the first character is the end of a line.
      const right = report.replaceAll('公开申请', '上年结转上升');
      const wide: Misread = { ...misreadAs(shownAs, 'utf-16le', mark + right), right };
      const edited = async (typed: string): Promise<string | undefined> => {
        const changes = await typedChanges(wide, typed, codec);
        return changes && changed(right, changes, '\n');
      };
      assert.notEqual(wide.shown.split(/\r\n|\r|\n/u).length, right.split('\n').length);
      assert.equal(
        await edited(wide.shown.replace('1\x002\0\t', '1\x003\0\t')),
        right.replace('12\t', '13\t'),
      );
      assert.equal(await edited(wide.shown.replace('8\0', '8\0x')), right.replace('8', '8x'));
      assert.equal(
        await edited(wide.shown.replace('\nN', 'N')),
        undefined,
        'a character that was read as the end of a line',
      );
    });

  it('goes behind a character in whose garbage it stands', async () => {
    const edited = await rightAfter(misread, (lines) => {
      lines[8] = `${lines[8]?.slice(0, 1)}x${lines[8]?.slice(1)}`;
    });
    assert.equal(edited, report.replace('无。', '无x。'));
  });

  for (const [name, edit] of [
    ['garbage was deleted', (lines: string[]) => replace(2, /.$/u, '')(lines)],
    ['a line of garbage was deleted', (lines: string[]) => lines.splice(3, 1)],
    ['garbage was moved', (lines: string[]) => lines.splice(8, 0, lines[0] ?? '')],
    ['all was replaced', (lines: string[]) => lines.splice(0, lines.length, ...Array(9).fill('\ufffd甲'))],
  ] as const) {
    it(`is left open where ${name}`, async () => {
      assert.equal(await rightAfter(misread, edit), undefined);
    });
  }

  it('is what differs where the text is no garbage any more', async () => {
    const changes = await typedChanges(misread, report.replace('120', '121'), codec);
    assert.equal(changes && changed(report, changes, '\n'), report.replace('120', '121'));
  });
});

describe('changes of a text that goes on changing', () => {
  const changes = [{ start: { line: 3, character: 2 }, end: { line: 3, character: 4 }, text: '已' }];
  const wanted = (text: string): string => text.replace('主动', '已');
  for (const [name, now] of [
    ['before them', `甲\n${report}`],
    ['in their line, before them', report.replace('全年', '全全年')],
    ['in their line, with a line end', report.replace('全年', '全\n年')],
    ['behind them', report.replace('无。', '无\n。')],
    ['nowhere', report],
  ] as const) {
    it(`move with it: ${name}`, () => {
      assert.equal(changed(now, rebased(report, now, changes), '\n'), wanted(now));
    });
  }
});
