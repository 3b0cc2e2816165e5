import { articleOf, beginningOfChecks, ending } from '../../export/page/page';
import { style } from '../../export/page/style';
import { say } from '../../text/say';
import type { Opened } from '../documents/documents';
import type { Feature } from '../documents/host';
import * as messages from '../messages/messages';
import { lastName, pageNameOf } from '../protocol/file-name';

/** The report drawn as the form, for the preview beside the text and as a page to keep. */
export const preview: Feature = ({ connection, guard }) => {
  connection.onRequest(
    messages.preview,
    guard.answer<messages.DocumentParams, messages.Preview>('preview', (opened) => ({
      version: opened.document.version,
      html: articlesOf(opened),
      style,
    })),
  );
  connection.onRequest(
    messages.exportPage,
    guard.answer<messages.DocumentParams, messages.ExportedPage>('exportPage', (opened) => ({
      html: `${beginningOfChecks()}${articlesOf(opened)}${ending}`,
      fileName: pageNameOf(opened.document.uri),
    })),
  );
  return {};
};

function articlesOf({ document, reports }: Opened): string {
  const name = document.uri.startsWith('untitled:') ? say`尚未保存` : lastName(document.uri);
  return reports.map(({ analysis }) => articleOf(analysis, name)).join('\n');
}
