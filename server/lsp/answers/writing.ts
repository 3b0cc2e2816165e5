import { say } from '../../text/say';
import { Failure } from '../../workspace/failure';
import type { Feature } from '../documents/host';
import { bytesOf } from '../messages/bytes';
import * as messages from '../messages/files';
import { refusing } from './refusing';

/** Files that the client has for us to write: exports, and reports that had no file. */
export const writing: Feature = ({ connection, guard, files }) => {
  connection.onRequest(
    messages.writeFile,
    guard.always('writeFile', ({ uri, bytes }: messages.WriteFileParams) =>
      refusing(async () => {
        if (!files) throw new Failure(say`这里写不到磁盘上的文件`);
        await files.put(uri, bytesOf(bytes));
        return null;
      }),
    ),
  );
  return {};
};
