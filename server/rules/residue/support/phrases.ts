import { mark } from '../../../text/say';
/** A piece of a template that does not belong into a finished report. */
export interface Phrase {
  /** Strings of the text near which the phrase is looked for: rare ones, in both scripts. */
  readonly anchors: readonly string[];
  /** The phrase in folded text without blanks. */
  readonly pattern: RegExp;
  /** What it is, in a message; marked: to be told by `said`. */
  readonly what: string;
  /** Whether it can simply go; a placeholder has to be replaced by what it stands for. */
  readonly removable: boolean;
}

// 张××个人、王××年满 are people whose names are kept back.
const counted =
  '(?=年(?!满|龄|近|已)|个(?!人|体)|期(?!间)|[月日市县区局委镇乡街办条件次篇份项宗起%]|万元|单位|部门)';

/** What templates, notices and guides of the provinces print into the form. */
export const phrases: readonly Phrase[] = [
  {
    anchors: ['须与', '須與'],
    pattern: /\(?须与[^()]{0,12}年?度?年?报?的?结转[^()]{0,6}一致\.?\)?/gu,
    what: mark`填表说明`,
    removable: true,
  },
  {
    anchors: ['一致'],
    pattern: /\((?:注[:,])?(?:必须|应当?|需|要)?与[^()]{0,14}结转[^()]{0,8}一致\.?\)/gu,
    what: mark`填表说明`,
    removable: true,
  },
  {
    anchors: ['填'],
    pattern:
      /\(请(?:如实|据实)?填[写报入]?(?:(?:数字|数据|具体|单位|文字|实际|情况|内容)[^()]{0,10})?\)|\((?:如|若)?(?:没有|无|未发生)[^()]{0,6}填[写报]?"?[0零无][^()]{0,4}\)|\((?:以下|此[栏项])?仅?[由限][^()]{0,10}(?:单位|机关|部门|政府|州|市)填[写报]\)|\[请?填[写报入][^\]]{0,10}\]/gu,
    what: mark`填表说明`,
    removable: true,
  },
  {
    anchors: ['以表格形式'],
    pattern: /(?:该|本)部分以表格形式报告[.:]?(?:表格如下[.:]?)?/gu,
    what: mark`格式说明`,
    removable: true,
  },
  {
    anchors: ['文字描述'],
    pattern: /\((?:以)?文字描述[^()]{0,40}\)/gu,
    what: mark`格式说明`,
    removable: true,
  },
  {
    anchors: ['此处', '此處'],
    pattern: /[([]?(?:请)?(?:在)?此处(?:请)?(?:填写|填报|填入|输入|插入)[^()[\].,]{0,20}[)\]]?/gu,
    what: mark`填写提示`,
    removable: true,
  },
  {
    anchors: ['字以内', '字以內', '字左右', '0字', '０字'],
    pattern:
      /\((?:[^()]{0,16}\d{1,9}字(?:以内|左右)[^()]{0,6}|[^()]{0,8}(?:不少于|不超过|不低于|不多于)\d{1,9}字)\)/gu,
    what: mark`填写提示`,
    removable: true,
  },
  {
    anchors: ['单位名称', '單位名稱', '填报单位', '填報單位'],
    pattern: /[([](?:单位名称|填报单位|填报单位名称)[)\]]/gu,
    what: mark`占位文字`,
    removable: false,
  },
  {
    anchors: ['XX', 'xx', '××', '□□', 'ＸＸ', '**年', '__年'],
    pattern: new RegExp(
      `20(?:XX|xx|××|\\*\\*|__)年?|(?<![\\w×□])(?:X{2,}|x{2,}|×{2,}|□{2,})${counted}`,
      'gu',
    ),
    what: mark`占位符`,
    removable: false,
  },
  {
    anchors: ['___'],
    pattern: new RegExp(`(?<![\\d*_])_{3,}${counted}`, 'gu'),
    what: mark`空白`,
    removable: false,
  },
  {
    anchors: ['X月', 'x月', '×月', 'Ｘ月'],
    pattern: /(?<![A-Za-z])[Xx×]{1,2}月(?:[Xx×]{1,2}日)?/gu,
    what: mark`占位符`,
    removable: false,
  },
  {
    anchors: ['某某'],
    pattern: /某某(?:省|市|县|区|镇|乡|街道|局|委)/gu,
    what: mark`占位文字`,
    removable: false,
  },
  {
    anchors: ['待补', '待補', '待填', '待核', 'TODO'],
    pattern: /[([](?:待补充?|待填写?|待核实|TODO)[)\]]/gu,
    what: mark`占位文字`,
    removable: false,
  },
];
