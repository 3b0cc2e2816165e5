/** What a command may touch of the process that runs it. */
export interface Io {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Whether standard output shows colours. */
  readonly colours: boolean;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
  /** Writes to standard output; answers when more may be written. */
  write(text: string): Promise<void>;
  /** Writes to standard error. */
  writeError(text: string): void;
}

/** How a command ends. */
export const exit = { clean: 0, found: 1, failed: 2 } as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

/** A mistake of the caller or of the file system: one line that names it, and exit status 2. */
export class Failure extends Error {}

/** Says on standard error, in one line, what went wrong. */
export const complain = (io: Io, message: string): void => io.writeError(`nianbao: ${oneLine(message)}\n`);

/** A text on one line and without control characters, so that what a file contains cannot drive the terminal. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** Says in Chinese why the file system refused. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EEXIST: '已经存在',
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
