import assert from 'node:assert/strict';
import { linesFrom } from '../../../server/features/writing/paste';

// What programs put on the clipboard as text/html, in their own ways of writing it.

const figures = (cells: readonly (string | number)[], cell: (text: string | number) => string): string =>
  cells.map(cell).join('');

const word = (text: string | number): string =>
  `<td width=40 style='border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt'><p class=MsoNormal align=center><span lang=EN-US style='mso-fareast-font-family:宋体'>${text}<o:p></o:p></span></p></td>`;

const wps = (text: string | number): string =>
  `<td width=40 valign=center style="padding:0.0000pt 5.4000pt;"><p class=MsoNormal><span style="mso-spacerun:'yes';font-family:宋体;"><font face="宋体">${text}</font></span><span><o:p></o:p></span></p></td>`;

const received = '一、本年新收政府信息公开申请数量';
const granted = '（一）予以公开';
const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

const copied: readonly (readonly [from: string, html: string, rows: readonly string[]])[] = [
  [
    'Word',
    `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]--><style><!-- table.MsoNormalTable {mso-style-name:普通表格;} --></style></head><body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment--><table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td colspan=3><p class=MsoNormal><span style='mso-bidi-font-size:10.5pt'>一、本年新收政府<br>信息公开申请数量<span lang=EN-US><o:p></o:p></span></span></p></td>${figures([3, '&nbsp;0', '0&nbsp;', 0, 0, 0, 3], word)}</tr><tr><td rowspan=2>三、本年度办理结果</td><td colspan=2>${granted}</td>${figures([2, 0, 0, 0, 0, 0, 2], word)}</tr><tr><td colspan=2>（七）总<span style='mso-spacerun:yes'>&nbsp; </span>计</td>${figures([2, 0, 0, 0, 0, 0, 2], word)}</tr></table><!--EndFragment--></body></html>`,
    [
      `${received}\t3\t0\t0\t0\t0\t0\t3`,
      '三、本年度办理结果',
      `${granted}\t2\t0\t0\t0\t0\t0\t2`,
      '（七）总计\t2\t0\t0\t0\t0\t0\t2',
    ],
  ],
  [
    'WPS',
    `<html><head><meta name="Generator" content="Microsoft Word 14"><style>@font-face{font-family:"Times New Roman";}</style></head><body style="tab-interval:21pt;"><!--StartFragment--><table class=MsoNormalTable border=1 cellspacing=0><tr style="mso-yfti-irow:0"><td colspan=3 style="mso-border-left-alt:0.5000pt solid windowtext"><p><font face="宋体">${received}</font><o:p></o:p></p></td>${figures([5, 1, '<o:p>&nbsp;</o:p>', '', 0, 0, 6], wps)}</tr></table><!--EndFragment--></body></html>`,
    [`${received}\t5\t1\t\t\t0\t0\t6`],
  ],
  [
    'Excel',
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet><style><!--.xl65 {mso-number-format:"0_ ";}--></style></head><body link=blue><table border=0 cellpadding=0 width=936><!--StartFragment--><colgroup><col width=72 span=10></colgroup><tr height=18><td colspan=3 height=18 class=xl65>${received}</td><td align=right x:num>1,234</td>${figures([0, 0, 0, 0, 0], (each) => `<td align=right>${each}</td>`)}<td align=right x:fmla="=SUM(D1:I1)">1,234</td></tr><!--EndFragment--></table></body></html>`,
    [`${received}\t1,234\t0\t0\t0\t0\t0\t1,234`],
  ],
  [
    'a browser, with the styles it computed and without the page around it',
    `<meta charset='utf-8'><table style="box-sizing: border-box; color: rgb(51, 51, 51);"><tbody><tr><td colspan="5" style="padding: 8px;">行政复议</td><td colspan="10">行政诉讼</td></tr><tr>${figures(outcomes, (each) => `<td rowspan="2">${each}</td>`)}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr><tr>${figures([...outcomes, ...outcomes], (each) => `<td>${each}</td>`)}</tr><tr>${figures([1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2], (each) => `<td><span>${each}</span></td>`)}</tr></tbody></table>`,
    [
      '行政复议\t\t\t\t\t行政诉讼',
      `${outcomes.join('\t')}\t未经复议直接起诉\t\t\t\t\t复议后起诉`,
      `\t\t\t\t\t${[...outcomes, ...outcomes].join('\t')}`,
      '1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t2\t0\t0\t0\t2',
    ],
  ],
  [
    'Windows, with the head of its format',
    'Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000400\r\n<html><body>\r\n<!--StartFragment--><table><tr><td>行政许可</td><td>12</td></tr></table><!--EndFragment-->\r\n</body></html>',
    ['行政许可\t12'],
  ],
  [
    'a writer on the web',
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><div dir="ltr" align="left"><table><colgroup><col width="156" /><col/></colgroup><tbody><tr style="height:0pt"><td><p dir="ltr"><span>行政许可</span></p></td><td><p dir="ltr"><span>12</span></p></td></tr></tbody></table></div></b>',
    ['行政许可\t12'],
  ],
  [
    'LibreOffice',
    '<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.4"/><style>td p { orphans: 0 }</style></head><body lang="zh-CN"><table width="665"><col width="200"/><tr valign="top"><td><p class="western">行政许可</p></td><td><p>12</p></td></tr></table></body></html>',
    ['行政许可\t12'],
  ],
  [
    'a selection of rows alone',
    '<html><body><!--StartFragment--><tr><td>行政许可</td><td>12</td></tr><tr><td>行政处罚</td><td>7</td></tr><!--EndFragment--></body></html>',
    ['行政许可\t12', '行政处罚\t7'],
  ],
  [
    'a text with changes that are tracked',
    '<table><tr><td>行政许可</td><td><p><del cite="mailto:a"><span>11</span></del><ins cite="mailto:a">12</ins></p></td></tr></table>',
    ['行政许可\t12'],
  ],
];

describe('what is copied from', () => {
  for (const [from, html, rows] of copied)
    it(`${from} is pasted as rows`, () => assert.deepEqual(linesFrom(html, 'tab'), rows));
});
