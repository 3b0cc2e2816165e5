import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The folder of the project: the one that has its package.json, above this bundle. */
export const root = rootAbove(__dirname);

function rootAbove(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : rootAbove(path.dirname(folder));
}

/** The files that are or would be in the repository, by their paths from the root. */
export const tracked: readonly string[] = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\0')
  .filter((file) => file !== '' && existsSync(path.join(root, file)));

/** The text of a file of the project. */
export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** A function of a source file, by the line it starts at (from 1) and how many lines it takes. */
export interface FunctionSize {
  readonly line: number;
  readonly lines: number;
}

/** A TypeScript or JavaScript file of the project, as far as its shape goes. */
export interface Source {
  readonly file: string;
  readonly lines: number;
  /** Packages by their names, files of the project by their paths from the root without extension. */
  readonly imports: readonly string[];
  readonly functions: readonly FunctionSize[];
  readonly exportsDefault: boolean;
  /** Whether it passes on what other files export. */
  readonly reexports: boolean;
}

/** The sources among the tracked files. */
export const sources: readonly Source[] = tracked
  .filter((file) => /\.(?:ts|mts|mjs|cjs)$/u.test(file) && !file.endsWith('.d.ts'))
  .map(sourceOf);

function sourceOf(file: string): Source {
  const text = read(file);
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const functions: FunctionSize[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) functions.push(sizeOf(tree, node));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return {
    file,
    lines: text.split('\n').length - 1,
    imports: ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => resolve(file, fileName)),
    functions,
    exportsDefault: tree.statements.some((each) => ts.isExportAssignment(each)),
    reexports: tree.statements.some(
      (each) => ts.isExportDeclaration(each) && each.moduleSpecifier !== undefined,
    ),
  };
}

function sizeOf(tree: ts.SourceFile, node: ts.Node): FunctionSize {
  const line = (offset: number): number => tree.getLineAndCharacterOfPosition(offset).line + 1;
  const first = line(node.getStart(tree));
  return { line: first, lines: line(node.getEnd()) - first + 1 };
}

function resolve(file: string, name: string): string {
  return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
}
