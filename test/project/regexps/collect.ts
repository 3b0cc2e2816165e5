import ts from 'typescript';
import { read, root, tracked } from '../source';
import type { Used } from './growth';

/** A pattern and where it is written: `file:line`. */
export interface Found extends Used {
  readonly place: string;
}

/** The sources whose patterns meet what users write. */
const files = tracked.filter((file) => /^(?:server|client)\/.*\.ts$/u.test(file));

const repeats = /[gy]/u;

/** The patterns that the sources write out. */
export const literals: readonly Found[] = files.flatMap((file) =>
  nodesOf(file, ts.isRegularExpressionLiteral).map(({ node, place }) => {
    const end = node.text.lastIndexOf('/');
    const flags = node.text.slice(end + 1);
    const call = node.parent;
    const splits = ts.isCallExpression(call) && /\.split$/u.test(call.expression.getText());
    return { place, source: node.text.slice(1, end), flags, repeated: repeats.test(flags) || splits };
  }),
);

const isMade = (node: ts.Node): node is ts.NewExpression | ts.CallExpression =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';

/** Where the sources make patterns of strings. */
export const makings: readonly string[] = files.flatMap((file) =>
  nodesOf(file, isMade).map(({ place }) => place),
);

function nodesOf<T extends ts.Node>(
  file: string,
  is: (node: ts.Node) => node is T,
): { readonly node: T; readonly place: string }[] {
  const tree = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found: { readonly node: T; readonly place: string }[] = [];
  const visit = (node: ts.Node): void => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    if (is(node)) found.push({ node, place: `${file}:${line}` });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The patterns by which the editor colours a report and selects its words. */
export const grammars: readonly Found[] = tracked
  .filter((file) => /^syntaxes\/.*\.json$/u.test(file))
  .flatMap((file) => patternsIn(JSON.parse(read(file)), file));

function patternsIn(value: unknown, place: string): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) =>
    typeof each === 'string' && /^(?:match|begin|end|while|wordPattern)$/u.test(key)
      ? [{ place: `${place} ${key}`, source: each, flags: 'u', repeated: true }]
      : patternsIn(each, place),
  );
}

/**
 * Runs something and answers the patterns that were made of strings meanwhile, with the places that made them. Modules that `run`
 * imports make theirs when they are imported.
 */
export async function madeDuring(run: () => Promise<void>): Promise<readonly Found[]> {
  const plain = globalThis.RegExp;
  const made: Found[] = [];
  const note = (pattern: RegExp): RegExp => {
    const { source, flags } = pattern;
    made.push({ place: placeOf(new Error().stack ?? ''), source, flags, repeated: repeats.test(flags) });
    return pattern;
  };
  globalThis.RegExp = new Proxy(plain, {
    construct: (target, args) => note(Reflect.construct(target, args)),
    apply: (target, self, args) => note(Reflect.apply(target, self, args)),
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = plain;
  }
  return made.filter(({ place }) => place !== '');
}

/** The place that made the pattern; empty where that is not one of ours. */
function placeOf(stack: string): string {
  const callers = stack
    .split('\n')
    .filter((line) => /^ +at /u.test(line) && !/regexps[/\\]collect|Reflect\./u.test(line));
  const [, place = ''] =
    /^ +at .*?\b((?:server|client)[/\\][^:()]*\.ts:\d+)/u.exec((callers[0] ?? '').replace(root, '')) ?? [];
  return place.replaceAll('\\', '/');
}
