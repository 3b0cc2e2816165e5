// What a window in English shows of the language server, whose words lie with the extension, on no disk.
import { serverSpeaks } from '../support/tongue';

serverSpeaks({
  language: 'en',
  finding: /[Rr]ow 「予以公开」/u,
  hover: /^\*\*Table three .*\n\n✗ total of the row: /u,
});
