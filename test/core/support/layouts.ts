import { alignedLayouts } from './layouts/aligned';
import { bareLayouts } from './layouts/bare';
import { delimitedLayouts } from './layouts/delimited';
import { docxLayouts } from './layouts/docx';
import { drawnLayouts } from './layouts/drawn';
import { htmlLayouts } from './layouts/html';
import { htmlFormLayouts } from './layouts/html-forms';
import { markdownLayouts } from './layouts/markdown';
import type { Layout } from './layouts/page';
import { pdfLayouts } from './layouts/pdf';
import { stackedLayouts } from './layouts/stacked';
import { xlsxLayouts } from './layouts/xlsx';

/** All layouts in which reports are written down in tests. */
export const layouts: readonly Layout[] = [
  ...stackedLayouts,
  ...delimitedLayouts,
  ...markdownLayouts,
  ...htmlLayouts,
  ...alignedLayouts,
  ...drawnLayouts,
  ...pdfLayouts,
  ...bareLayouts,
  ...htmlFormLayouts,
  ...docxLayouts,
  ...xlsxLayouts,
];

/** The layout called `id`; throws where there is none. */
export function layoutCalled(id: string): Layout {
  const found = layouts.find((each) => each.id === id);
  if (!found) throw new Error(`no layout ${id}`);
  return found;
}
