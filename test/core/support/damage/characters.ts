import { Converter } from 'opencc-js/cn2t';
import type { Layout } from '../layouts/page';
import { type Damage, damage, type Random } from './damage';

// What becomes of characters on the way: another script, another width, glosses, blanks.

/** Changes the text of a page but not its markup. */
function outside(text: string, layout: Layout, change: (words: string) => string): string {
  if (!layout.markup) return change(text);
  return text
    .split(/(<(?:style|script)[^>]*>.*?<\/(?:style|script)>|<[^>]*>|&\w+;)/s)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}

const traditional = Converter({ from: 'cn', to: 't' });
const hongKong = Converter({ from: 'cn', to: 'hk' });
const taiwan = Converter({ from: 'cn', to: 'twp' });

const sounds: Readonly<Record<string, string>> = {
  数: 'shù',
  据: 'jù',
  执: 'zhí',
  规: 'guī',
  发: 'fā',
  现: 'xiàn',
  业: 'yè',
  处: 'chǔ',
  复: 'fù',
  结: 'jié',
  审: 'shěn',
  请: 'qǐng',
  组: 'zǔ',
  机: 'jī',
  项: 'xiàng',
  纠: 'jiū',
  类: 'lèi',
  绝: 'jué',
};
const plain = (sound: string): string => sound.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

function glossed(text: string, random: Random, gloss: (sound: string) => string): string {
  return text.replace(/[数据执规发现业处复结审请组机项纠类绝]/g, (char) =>
    random() < 0.6 ? char + gloss(sounds[char] ?? '') : char,
  );
}

const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const halves: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '：': ':',
  '；': ';',
  '“': '"',
  '”': '"',
};
const isCsv = (layout: Layout): boolean => layout.id.startsWith('csv');

const change = (
  id: string,
  of: (words: string, random: Random) => string,
  more: Partial<Damage> = {},
): Damage =>
  damage(id, {
    text: (text, random, layout) => outside(text, layout, (words) => of(words, random)),
    ...more,
  });

/** Damage to characters. */
export const characterDamages: readonly Damage[] = [
  change('traditional', (text) => traditional(text)),
  change('hong-kong', (text) => hongKong(text)),
  change('taiwan', (text) => taiwan(text)),
  change('pinyin', (text, random) => glossed(text, random, (sound) => `(${sound})`)),
  change('pinyin-doubled', (text, random) => glossed(text, random, (sound) => `(${plain(sound)})`.repeat(2))),
  change('pinyin-traditional', (text, random) =>
    glossed(traditional(text), random, (sound) => `（${sound}）`),
  ),
  change('wide-digits', wide),
  change('half-brackets', (text) => text.replace(/[（）：；]/g, (char) => halves[char] ?? char)),
  change('half-punctuation', (text) => text.replace(/[（）：；，“”]/g, (char) => halves[char] ?? ','), {
    fits: (layout) => !isCsv(layout),
  }),
  change('wide-brackets', (text) => text.replace(/[“”]/g, '〞').replace(/（/g, '﹙').replace(/）/g, '﹚')),
  change('zero-width', (text, random) =>
    text.replace(/[\u4e00-\u9fff]/g, (char) => (random() < 0.1 ? `${char}\u200b` : char)),
  ),
  damage('entities', {
    fits: (layout) => !layout.markup,
    text: (text) =>
      text
        .replaceAll('“', '&ldquo;')
        .replaceAll('”', '&rdquo;')
        .replace(/）(?=.)/g, '）&nbsp;'),
  }),
  change('commas-doubled', (text) => text.replace(/(?<!\d)，/g, '，，'), {
    fits: (layout) => !isCsv(layout),
  }),
  damage('quoted-lines', {
    fits: (layout) => !layout.markup && !layout.id.endsWith('-sheet') && !layout.places,
    text: (text) => text.replace(/^/gm, '> '),
  }),
  damage('indented', {
    fits: (layout) => !isCsv(layout) && !layout.id.startsWith('gfm'),
    text: (text) => text.replace(/^(?=.)/gm, '\u3000\u3000'),
  }),
  damage('escapes', {
    fits: ({ id }) => id.startsWith('gfm'),
    text: (text) => text.replace(/(?<=\| )(\d)\.(?!\d)/g, '$1\\.').replace(/(?<=\| )-(?= \|)/g, '\\-'),
  }),
  damage('bold-labels', {
    fits: ({ id }) => id.startsWith('gfm'),
    text: (text) => text.replace(/(?<=\| )([^|\d-][^|\n]{2,}?)(?= \|)/g, '**$1**'),
  }),
  damage('crlf', { text: (text) => text.replaceAll('\n', '\r\n') }),
  damage('cr', { text: (text) => text.replaceAll('\n', '\r') }),
  damage('bom', { text: (text) => `\ufeff${text}` }),
  damage('trailing-blanks', { text: (text) => text.replace(/\n/g, ' \u3000\n') }),
];
