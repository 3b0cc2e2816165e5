/** Whether words in front of a verb may be the agency itself, or say nothing: other bodies' figures are not the table's. */
export type IsOwn = (words: string) => boolean;

const organisation =
  /(?:政府|局|委|办|厅|院|部|署|中心|站|所|处|街道|镇|乡|区|县|市|省|州|盟|旗|会|公司|队|学校|校|室|科|股|组|园区|集团)$/u;
const general = /^(?:市|县|区|省|州|镇|乡|街道|旗|盟)?(?:政府|人民政府)?(?:办|办公室)?$/u;

/**
 * Makes the test for a report of `agency` (undefined where it is not known). The agency may shorten its name: all characters of
 * 市市场监管局 stand in this order in 某某市市场监督管理局.
 */
export function ownAgent(agency: string | undefined): IsOwn {
  const name = agency?.replace(/[()（）]/gu, '') ?? '';
  return (words) => {
    const bare = words.replace(/^(?:我|本|全|各)/u, '');
    if (bare === '') return true;
    if (general.test(bare)) return !/办/u.test(bare) || /办/u.test(name);
    return organisation.test(bare) && name !== '' && abbreviates(bare, name);
  };
}

function abbreviates(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short.charAt(at)) at++;
  return at === short.length;
}
