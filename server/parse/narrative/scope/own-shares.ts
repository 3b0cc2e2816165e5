import type { Clause } from '../clauses/clauses';
import { arePlain, matters, others, sentenceFrom } from './own-applications';
import type { Scene } from './scene';

/** 自然人申请占 82%，法人或其他组织占 18%: nobody else divides so. */
const dividedByForm =
  /申请(?:均?由|来自|系|是|为)?自然人(?:提出|提交)|新收的?(?:政府信息公开)?申请(?:[中里],?)?(?:来自|由)(?:自然人|商业企业|科研机构|社会公益组织|法律服务机构)|自然人[^。]{0,60}法人(?:和|或者?|及|、)其[他它]组织|法人(?:和|或者?|及|、)其[他它]组织[^。]{0,60}自然人/u;
/** 予以公开率 45.2%: the form's own words; 公开率 is said of all that is published. */
const rateByForm =
  /(?:予以公开|部分公开|不予公开|无法提供|不予处理)率|(?:部分公开|不予公开|无法提供|不予处理)类?(?:的?(?:答复|申请|决定))?[^。;\d]{0,6},在(?:全部|所有|全年)?(?:办结|办理|答复)/u;
const users = /平台|用户|注册|粉丝|网站|窗口|大厅/u;

/** Whether a sentence with nothing before it tells what share of applications each class of the form has. */
export function areSharesOurs(clauses: readonly Clause[], scene: Scene): boolean {
  if (!scene.isOpening || !clauses.some(({ letters }) => letters.includes('h'))) return false;
  const sentence = sentenceFrom(clauses, scene);
  return (
    arePlain(clauses) &&
    (rateByForm.test(sentence) || (sentence.includes('申请') && dividedByForm.test(sentence))) &&
    ![others, matters, users].some((each) => each.test(sentence))
  );
}
