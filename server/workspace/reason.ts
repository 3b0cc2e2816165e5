/** Says in Chinese why the file system refused. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' && isUndecoded(error)) return '文件名不是 UTF-8，打不开；请先改名';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

/** Whether a path was told with signs for bytes that are no characters, so that it names no file any more. */
const isUndecoded = (error: unknown): boolean =>
  error instanceof Error && 'path' in error && String(error.path).includes('\ufffd');

const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EDQUOT: '磁盘配额已满',
  EEXIST: '已经存在',
  EFBIG: '文件太大，写不下',
  EISDIR: '是文件夹',
  ELOOP: '链接成环',
  EMFILE: '打开的文件太多',
  ENAMETOOLONG: '路径太长',
  ENOENT: '没有这个文件或文件夹',
  ENOSPC: '磁盘已满',
  ENOTDIR: '路径中有一段不是文件夹',
  EPERM: '没有权限',
  EROFS: '磁盘只读',
};
