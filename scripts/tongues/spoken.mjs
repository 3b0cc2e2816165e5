// What the sources say to readers: the keys of the catalogues of tongues, and the Chinese that is in none.
import ts from 'typescript';

const CHINESE = /\p{Script=Han}/u;
/** The tags that make a text a key (server/text/say.ts). */
const TAGS = new Set(['say', 'mark']);
/** The function whose arguments are no texts, but put together to one that a tongue has a grammar for (server/tongues/citations.ts). */
const CITING = 'cite';
/** Tables of which every Chinese text is one: they may import nothing, or hold hundreds. */
const TABLES = /^server\/form\/guide-[a-z]+\.ts$/;
/** What VS Code translates: the key is English. */
const CALL = 'l10n.t';

/**
 * @typedef {object} Spoken
 * @property {string} file
 * @property {number} line from 1
 * @property {string} text with its places as `{0}`, `{1}` …
 * @property {boolean} isKey whether it is looked up in the catalogues
 */

/** @typedef {{ readonly file: string, readonly text: string }} Source a file by its path from the root */

/** The Chinese texts of a source, regular expressions and types left out. @param {string} file @param {string} source @returns {Spoken[]} */
function spokenIn(file, source) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  /** @type {Spoken[]} */
  const found = [];
  /** @param {ts.Node} node @param {boolean} isTagged */
  const add = (node, isTagged) => {
    const text = textOf(node);
    if (text === undefined || !(isTagged || CHINESE.test(text))) return;
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    found.push({ file, line, text, isKey: isTagged || TABLES.test(file) });
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isCallExpression(node) && node.expression.getText(tree) === CITING) return;
    if (ts.isTaggedTemplateExpression(node) && TAGS.has(node.tag.getText(tree))) {
      add(node.template, true);
      if (ts.isTemplateExpression(node.template))
        for (const { expression } of node.template.templateSpans) visit(expression);
      return;
    }
    if (ts.isCallExpression(node) && node.expression.getText(tree) === CALL) {
      const [text, ...values] = node.arguments;
      if (text) add(text, true);
      holdPlaces(node, tree);
      values.forEach(visit);
      return;
    }
    add(node, false);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Throws where a call has no text at its head, or other values behind it than the text has places. @param {ts.CallExpression} call @param {ts.SourceFile} tree */
function holdPlaces(call, tree) {
  const [text, ...values] = call.arguments;
  if (placesIn((text && textOf(text)) ?? '').length === values.length && text && ts.isStringLiteralLike(text))
    return;
  throw new Error(
    `${tree.fileName}：${CALL} 的第一个参数应是文字，其余的与其中的 {0}、{1} 一一对应：${call.getText(tree)}`,
  );
}

/** The places of a text for values, each once, sorted. @param {string} text @returns {string[]} */
export const placesIn = (text) =>
  [...new Set(Array.from(text.matchAll(/\{(\d+)[:}]/g), ([, place = '']) => place))].sort();

/** @param {ts.Node} node @returns {string | undefined} */
function textOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.templateSpans.reduce(
    (text, { literal }, index) => `${text}{${index}}${literal.text}`,
    node.head.text,
  );
}

/**
 * All that may be said: the keys, what rules say of themselves, and their pages line by line but for the examples, which are told as they
 * are.
 * @param {readonly Source[]} sources
 * @returns {string[]}
 */
export function textsIn(sources) {
  const pages = sources.filter(({ file }) => /^server\/rules\/(?!.*\.en\.md$).*\.md$/.test(file));
  const said = allIn(sources).filter(({ isKey, file }) => isKey || file.startsWith('server/rules/'));
  const lines = pages.flatMap(({ text }) => text.replace(/^```.*?^```$/gms, '').split('\n'));
  const texts = [...said.map(({ text }) => text), ...lines];
  return [...new Set(texts)].sort();
}

/** The texts of the client's sources: those that VS Code translates, and the Chinese that it does not. @param {readonly Source[]} sources @returns {Spoken[]} */
export const clientTextsIn = (sources) =>
  sources
    .filter(({ file }) => /^client\/.*(?<!\.d)\.ts$/.test(file))
    .flatMap(({ file, text }) => spokenIn(file, text));

/** The texts that are looked up in the catalogues. @param {readonly Source[]} sources @returns {Spoken[]} */
export const keysIn = (sources) => allIn(sources).filter(({ isKey }) => isKey);

/** The Chinese texts of the server's sources. @param {readonly Source[]} sources @returns {Spoken[]} */
export const allIn = (sources) =>
  sources
    .filter(({ file }) => /^server\/.*(?<!\.d)\.ts$/.test(file))
    .flatMap(({ file, text }) => spokenIn(file, text));
