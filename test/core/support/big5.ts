import iconv from 'iconv-lite';

/** The beginning of a report in the script that Big5 has. */
export const inBig5 = iconv.encode(
  `示例縣水務局2023年政府信息公開工作年度報告

一、總體情況
全年主動公開政府信息120條，收到公開申請8件。
二、主動公開政府信息情況
規章 0 0 0
三、收到和處理政府信息公開申請情況
四、政府信息公開行政複議、行政訴訟情況
五、存在的主要問題及改進情況
六、其他需要報告的事項
`,
  'big5',
);
