import { speaks } from '../support/tongue';

speaks({
  language: 'zh-tw',
  category: '年報',
  checkWorkspace: '檢查工作區',
  firstStep: '貼上或打開一份報告，馬上知道對不對',
  reading: '表格的數 200',
  exported: (name) => `已匯出 ${name}`,
  open: '打開',
  finding: /「予以公开」行.*(?:寫成|合計)/u,
  hover: /^\*\*表三 .*\n\n✗ 行合計：/u,
});
