import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { type Reading, readingOf, type Text, textsToRead } from './support/readings';

// Freezes what is read, so that a change that is to change no reading can be held against it. `npm run bench:readings -- freeze FILE`
// writes a line of hashes for every text: of the text, and of each part of its reading. `-- compare FILE` prints which texts are read
// otherwise than then, and in what, and exits with 1 where there are any; `-- show NAME` prints all that is read of one text.
// EVERY=20 takes about one text of 20, always the same. All together are some 9,000, and 4 minutes of a processor.

const parts = ['cells', 'rest', 'claims', 'findings', 'repairs'] as const satisfies (keyof Reading)[];
const every = Number(process.env.EVERY ?? 1);

/** Short enough for a line, long enough for all texts that are ever compared. */
const sha256 = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('base64url')
    .slice(0, 16);

/** `<hash of the text> ⇥ <name> ⇥ <hash of its cells> ⇥ …`, tab-separated. */
function lineOf(text: Text): string {
  const reading = readingOf(text);
  return [sha256([text.text, text.last]), text.name, ...parts.map((part) => sha256(reading[part]))].join(
    '\t',
  );
}

/** Whether a text is in the sample: by what it says, so that a text more or less changes nothing for the others. */
const isTaken = ({ text }: Text): boolean =>
  createHash('sha256').update(text).digest().readUInt32BE() % every === 0;

const linesNow = (): string[] =>
  [...textsToRead()].flatMap((make) => {
    const text = make();
    return text && isTaken(text) ? [lineOf(text)] : [];
  });

function freeze(file: string): void {
  const lines = linesNow();
  writeFileSync(file, `${lines.join('\n')}\n`);
  console.log(`${lines.length} texts`);
}

/** Texts are known by what they say: one that was moved is the same, one that was changed is another. */
function compare(file: string): void {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const before = new Map(lines.map((line) => [line.split('\t')[0], line.split('\t').slice(2)]));
  const now = linesNow();
  let [differing, unknown] = [0, 0];
  for (const line of now) {
    const [text, name, ...hashes] = line.split('\t');
    const then = before.get(text);
    if (!then) unknown++;
    const changed = parts.filter((_, index) => then && then[index] !== hashes[index]);
    if (changed.length === 0) continue;
    differing++;
    console.log(`${name}: ${changed.join(', ')}`);
  }
  console.log(`${now.length} texts, of which ${unknown} were not read then; ${differing} are read otherwise`);
  if (differing > 0 || unknown === now.length) process.exitCode = 1;
}

function show(wanted: string): void {
  for (const make of textsToRead()) {
    const text = make();
    if (text?.name !== wanted) continue;
    const reading = readingOf(text);
    console.log(
      [text.text, ...parts.map((part) => `${part}: ${JSON.stringify(reading[part], null, 1)}`)].join('\n\n'),
    );
  }
}

const [command = '', operand] = process.argv.slice(2);
const work = { freeze, compare, show }[command];
if (!work || operand === undefined)
  throw new Error('bench:readings -- freeze FILE | compare FILE | show NAME');
work(operand);
