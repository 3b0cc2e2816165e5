const organisation =
  /(?:政府|局|委|委员会|办|办公室|厅|院|部|署|中心|站|所|处|街道|镇|乡|区|县|市|省|州|盟|旗|会|公司|队|大学|学院|学校|中学|小学|医院|集团|办事处|银行|社|馆|园|台|场|港|海关|本级)$/u;
/** What many are called, and none by itself. */
const nameless =
  /^(?:本|我|各级?|该|全|有关|相关|其他)?(?:[省市县区州旗盟镇乡]级?)?(?:人民)?(?:政府|机关|行政机关|单位|部门|街道|委员会|局|委|办|厅|院|省|市|县|区|镇|乡|中心)?(?:办公室|办)?$/u;
/** Words of pages and sentences that are in no agency's name. */
const foreign =
  /首页|当前位置|网站|网页|索引|标题|名称|年报|年度报告|栏目|浏览|点击|打印|字号|来源|发布(?:时间|日期|机构|单位)|根据|按照|要求|所列|我局|本局/u;

/** Whether folded words without blanks name an agency: they end as agencies' names do, and say more than what kind it is. */
export const isAgency = (words: string): boolean =>
  organisation.test(words) && !nameless.test(words) && !foreign.test(words);
