/** A piece of a template that does not belong into a finished report. */
export interface Phrase {
  /** Strings of the text near which the phrase is looked for: rare ones, in both scripts. */
  readonly anchors: readonly string[];
  /** The phrase in folded text without blanks. */
  readonly pattern: RegExp;
  /** What it is, in a message. */
  readonly what: string;
  /** Whether it can simply go; a placeholder has to be replaced by what it stands for. */
  readonly removable: boolean;
}

const counted = '(?=[年月日市县区局委镇乡街办条件次篇个份项宗起期%]|万元|单位|部门)';

/** What templates, notices and guides of the provinces print into the form. */
export const phrases: readonly Phrase[] = [
  {
    anchors: ['须与', '須與'],
    pattern: /\(?须与[^()]{0,12}年?度?年?报?的?结转[^()]{0,6}一致\.?\)?/u,
    what: '填表说明',
    removable: true,
  },
  {
    anchors: ['以表格形式'],
    pattern: /(?:该|本)部分以表格形式报告[.:]?(?:表格如下[.:]?)?/u,
    what: '格式说明',
    removable: true,
  },
  {
    anchors: ['文字描述'],
    pattern: /\((?:以)?文字描述[^()]{0,40}\)/u,
    what: '格式说明',
    removable: true,
  },
  {
    anchors: ['此处', '此處'],
    pattern: /[([]?(?:请)?(?:在)?此处(?:请)?(?:填写|填报|填入|输入|插入)[^()[\].,]{0,20}[)\]]?/u,
    what: '填写提示',
    removable: true,
  },
  {
    anchors: ['字以内', '字以內', '字左右'],
    pattern: /\([^()]{0,16}\d+字(?:以内|左右)[^()]{0,6}\)/u,
    what: '填写提示',
    removable: true,
  },
  {
    anchors: ['单位名称', '單位名稱', '填报单位', '填報單位'],
    pattern: /[([](?:单位名称|填报单位|填报单位名称)[)\]]/u,
    what: '占位文字',
    removable: false,
  },
  {
    anchors: ['XX', 'xx', '××', '□□', 'ＸＸ', '**年', '__年'],
    pattern: new RegExp(`20(?:XX|xx|××|\\*\\*|__)年?|(?<!\\w)(?:X{2,}|x{2,}|×{2,}|□{2,})${counted}`, 'u'),
    what: '占位符',
    removable: false,
  },
];
