import { layoutCalled } from '../../test/core/support/layouts';
import { sheetOf } from '../../test/core/support/layouts/sheet';

/** The text `count` times, as one: a long document of which one part is like another. */
export const lengthened = (text: string, count: number): string => text.repeat(count);

const upTo = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const lines =
  (line: string) =>
  (length: number): string =>
    upTo(`${line}\n`, length);
const run =
  (piece: string) =>
  (length: number): string =>
    upTo(piece, length);
const csvRows = '规章,0,0,0\n'.repeat(6);
const words = '今年的工作平稳有序，';

/** Texts that are hard on scanners, on regular expressions or on whatever compares labels, by what they are, in any length. */
export const worstKinds: ReadonlyMap<string, (length: number) => string> = new Map([
  ['digits', run('7')],
  ['opening brackets', run('（')],
  ['( with letters', run('(a')],
  ['pipes', run('|')],
  ['tabs', run('\t')],
  ['blanks', run(' ')],
  ['wide blanks', run('\u3000')],
  ['line ends', run('\n')],
  ['commas', run(',')],
  ['quotes', run('"')],
  ['rows of CSV, then blanks', (length: number) => `${csvRows},${upTo(' ', length)}"`],
  ['rows of CSV, then quotes', (length: number) => `${csvRows},${upTo('"', length)}x`],
  ['rows of CSV, then commas', (length: number) => `${csvRows}${upTo('a,', length)}`],
  ['<', run('<')],
  ['<td', run('<td')],
  ['<table><tr><td>', run('<table><tr><td>')],
  ['</p>', run('</p>')],
  ['&', (length: number) => `<p>${upTo('&', length)}`],
  ['&#1', (length: number) => `<p>${upTo('&#1', length)}`],
  ['<!-- over and over', (length: number) => `<p>${upTo('<!--', length)}`],
  ['one line of words', run(words)],
  ['one line of figures', run('12 ')],
  ['one line of labels and figures', run('总计 0 规章 1 ')],
  ['lines of words', lines(words)],
  ['lines of figures', lines('0')],
  ['lines of seven figures', lines('0 0 0 0 0 0 0')],
  ['lines of marks', lines('-')],
  ['lines of one label', lines('（七）总计')],
  ['lines of a broken label', lines('一、本年新收政府信息公')],
  ['lines of a heading', lines('一、总体情况')],
  ['lines of headings', lines('一、总体情况\n二、主动公开政府信息情况\n五、存在的主要问题及改进情况')],
  ['labels of three tables', lines('规章\n结转下年度继续办理\n行政复议')],
  ['a row over and over', lines('1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0')],
  ['a row without figures', lines('1.属于国家秘密')],
  ['titles', lines('云溪县水务局2023年政府信息公开工作年度报告')],
  ['dates', lines('2023年1月1日')],
  ['numerals in words', run('收到申请12件，其中3件；')],
  ['a comma and blanks in every line', lines(`,${' '.repeat(590)}x`)],
  ['digits with commas', run('1,234,567,')],
  ['digits with blanks', run('1 234 ')],
  ['glosses', run('(shù)')],
  ['notes', run('12（其中（')],
  ['entities', run('&nbsp;')],
  ['ampersands and digits', run('&#1234567')],
  ['escapes', run('1\\.')],
  ['bells', run('0\x07')],
  ['dashes', run('- ')],
  ['headings of Markdown', lines('# 一、总体情况')],
  ['lines of #', lines('#')],
  ['asterisks', run('**')],
  ['surrogates', run('\ud83d')],
  ['NUL', run('\0')],
  ['a report over and over', run(layoutCalled('cells-tab').render(sheetOf(3, 60)))],
  ['a page over and over', run(layoutCalled('html-word').render(sheetOf(3, 60)))],
]);
