import { docxOf } from '../core/support/layouts/docx';
import { mapRows, sheetOf } from '../core/support/layouts/sheet';
import { reportText } from './nianbao';

const granted = '三、本年度办理结果\t（一）予以公开\t0\t0\t0\t0\t0\t0\t';
export const wrong = reportText({ [`${granted}0`]: `${granted}5` });
const unread = reportText({ [`${granted}0`]: `${granted}若干` });
export const earlier = reportText({ 局2024年: '局2023年' });
const changedBefore = earlier.replace('四、结转下年度继续办理\t\t0', '四、结转下年度继续办理\t\t4');
const sheet = sheetOf(4, 30);
const wrongSheet = mapRows(sheet, (row) =>
  row === sheet.rows.applications[2] ? { ...row, cells: [...row.cells.slice(0, -1), '4321'] } : row,
);

/** What lies where agents may read, and beside it, by name. */
export const files: Readonly<Record<string, string | Uint8Array>> = {
  '错.txt': wrong,
  '好.txt': reportText(),
  '读不出.txt': unread,
  '去年.txt': changedBefore,
  '别人.txt': earlier.replaceAll('档案局', '林业局'),
  '年报.docx': docxOf(wrongSheet),
  '两份.txt': reportText() + wrong.replaceAll('档案局', '林业局'),
  '清单.txt': '牛奶\n面包\n',
  '坏.docx': new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]),
  '外面/秘密.txt': wrong,
};

/** How somebody may call a cell, and its path. */
export const cellsCalled = [
  ['予以公开的总计', 'applications.results.granted.total'],
  ['自然人予以公开', 'applications.results.granted.naturalPerson'],
  ['规章现行有效', 'proactiveDisclosure.regulations.inForce'],
  ['規章 現行有效', 'proactiveDisclosure.regulations.inForce'],
] as const;
