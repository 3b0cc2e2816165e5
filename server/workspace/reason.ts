import { mark, said, say } from '../text/say';

/** Says in Chinese why the file system refused. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' && isUndecoded(error)) return say`文件名不是 UTF-8，打不开；请先改名`;
  const reason = reasons[code];
  if (reason !== undefined) return said(reason);
  return error instanceof Error ? error.message : String(error);
}

/** Whether a path was told with signs for bytes that are no characters, so that it names no file any more. */
const isUndecoded = (error: unknown): boolean =>
  error instanceof Error && 'path' in error && String(error.path).includes('\ufffd');

const reasons: Readonly<Record<string, string>> = {
  EACCES: mark`没有权限`,
  EDQUOT: mark`磁盘配额已满`,
  EEXIST: mark`已经存在`,
  EFBIG: mark`文件太大，写不下`,
  EISDIR: mark`是文件夹`,
  ELOOP: mark`链接成环`,
  EMFILE: mark`打开的文件太多`,
  ENAMETOOLONG: mark`路径太长`,
  ENOENT: mark`没有这个文件或文件夹`,
  ENOSPC: mark`磁盘已满`,
  ENOTDIR: mark`路径中有一段不是文件夹`,
  EPERM: mark`没有权限`,
  EROFS: mark`磁盘只读`,
};
