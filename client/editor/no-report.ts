import { window } from 'vscode';

/** Tells users that a document is no report. */
export const tellNoReport = (): void =>
  void window.showInformationMessage('当前文档未识别为政府信息公开工作年度报告。');
