import { fold } from '../text/fold';

const place = '[省市县区州旗盟镇乡]|苏木';
const government = new RegExp(`(?<=${place})(?:人民)?政府$`, 'u');
const office = /(?<=街道)办事处$/u;

/**
 * What all spellings of an agency's name have in common, and the names of two agencies do not: simplified, without blanks,
 * brackets and points; 海宁市 and 海宁市人民政府 are one government, 海宁市人民政府办公室 is another body. Empty for a name without letters.
 */
export const agencyKey = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(government, '')
    .replace(office, '');
