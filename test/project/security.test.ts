import assert from 'node:assert/strict';
import { read, tracked } from './source';

// What SECURITY.md says is held by tests: each sentence of its list, by what it begins with, by tests whose titles have these words in them.

type Held = readonly [statement: string, tests: Readonly<Record<string, readonly string[]>>];

const imports = 'test/project/imports.test.ts';
const markup = 'test/hostile/markup.test.ts';
const terminal = 'test/hostile/terminal.test.ts';
const harmless = 'test/cli/harmless.test.ts';
const properties = 'test/properties/analysis.test.ts';
const packages = 'test/core/documents/packages.test.ts';
const supply = 'test/project/supply.test.ts';
const audit = 'test/project/audit.test.ts';
const drawn = 'is nothing but text in the pages that are drawn';
const network = 'nothing speaks to a network, and only clicks open other programs';

const held: readonly Held[] = [
  ['No network, no telemetry.', { [imports]: [network] }],
  ['Nothing is fetched or sent', { [imports]: [network, 'the core has no Node'] }],
  ['Only a click opens', { [imports]: [network] }],
  [
    'Reports are read, never run.',
    { [markup]: [drawn], [packages]: ['is refused where its text is another file'] },
  ],
  [
    'Untrusted workspaces are supported',
    { 'test/e2e/suite/activation.test.ts': ['in Restricted Mode too'], [imports]: [network] },
  ],
  [
    'A linked file is read as',
    {
      [harmless]: [
        'changes no file outside the folder that was named, and says where the link leads',
        'changes a file within the folder through a link and says which, and a folder that is a link itself',
        'follows no link in a circle',
        'exports into no file outside the folder that was named',
      ],
      'test/protocol/files.test.ts': ['are listed but for links'],
      'test/protocol/writing.test.ts': ['are refused through a link that leads out'],
    },
  ],
  ['Pages that show reports', { [markup]: [drawn], 'test/project/security.test.ts': ['has a policy'] }],
  ['Any text is survived.', { [properties]: ['all is answered, inside the text, and nothing breaks down'] }],
  [
    'Reading throws on none',
    {
      [properties]: ['all is answered, inside the text, and nothing breaks down'],
      'test/core/parse/growth.test.ts': ['is read in time that grows with it'],
      'test/core/claims/time.test.ts': ['is read in no longer than it is long'],
      'test/project/regexps.test.ts': ['grows with the text and no faster'],
      'test/cli/reading.test.ts': ['gives nothing of one that is too large'],
    },
  ],
  [
    'Word documents are unpacked',
    {
      [packages]: [
        'is refused where it is deeper than documents are',
        'is refused where it has more in it than reports have',
        'is refused where its text is another file',
      ],
    },
  ],
  ['Files are not lost.', { 'test/cli/killed.test.ts': ['is the old one or the new one, whenever'] }],
  [
    'The command line writes beside',
    {
      'test/cli/write.test.ts': [
        'replaces it and leaves nothing beside it',
        'leaves everything as it was where that fails',
      ],
      'test/cli/fix.test.ts': ['keeps everything else of what it is given: encoding'],
      'test/cli/encode.test.ts': ['names the character that the encoding cannot hold'],
    },
  ],
  [
    'A run that was killed may leave',
    {
      'test/cli/write.test.ts': [
        'takes away its own file, where a run was killed before it was done',
        'takes away what a run left there that was killed, and nothing else',
      ],
    },
  ],
  ['While a report shows as garbage', { 'test/e2e/suite/garbled.test.ts': ['and the file can be had back'] }],
  [
    'What is shipped of others',
    {
      [supply]: ['is listed beside the package as CycloneDX has it, with the sums of both'],
    },
  ],
  ['Its licences', { [supply]: ['is under licences that allow it', 'is what the lock file pins'] }],
  [
    'Known holes in it',
    {
      [audit]: [
        'fails for a hole in what is shipped',
        'could not tell where',
        'only counts holes in what builds',
      ],
    },
  ],
  [
    'Terminals are shown',
    {
      [terminal]: [
        'stands in its text',
        'whatever files and folders are called',
        'is a patch that does what --write does',
      ],
    },
  ],
  [
    'Markup in a report is text',
    {
      [markup]: [
        'is nothing but text in what is explained',
        'is nothing but text in the page of a summary',
        'is nothing but text in what is exported as Markdown',
        'leads nowhere from a message',
        drawn,
      ],
    },
  ],
  [
    '`test/hostile` tries that',
    { [markup]: ['is written as it is, where a snippet writes it'], [terminal]: ['does nothing, though'] },
  ],
  [
    'Nor do names of files',
    {
      'test/e2e/suite/messages.test.ts': ['has the name of a file as it is'],
      [imports]: ['one file shows messages'],
    },
  ],
  ['Logs hold no text', { 'test/protocol/broken.test.ts': ['logs no text of the report'] }],
];

/** The sentences of the English list, in its order. */
const sentences = [...read('SECURITY.md').matchAll(/^- .*(?:\n {2}.*)*/gmu)].flatMap(([item]) =>
  item
    .slice(2)
    .replaceAll('**', '')
    .replace(/\s+/gu, ' ')
    .split(/(?<=\.) (?=[A-Z`])/u),
);

describe('what SECURITY.md says', () => {
  it('is held, each sentence of it', () => {
    const known = sentences.map(
      (sentence) => held.find(([statement]) => sentence.startsWith(statement))?.[0] ?? sentence,
    );
    assert.deepEqual(
      known,
      held.map(([statement]) => statement),
    );
  });

  for (const [statement, tests] of held)
    it(`is held by tests that there are: ${statement}`, () => {
      assert.ok(Object.keys(tests).length > 0);
      for (const [file, titles] of Object.entries(tests)) {
        assert.ok(tracked.includes(file), file);
        // A title begins a line, or stands behind what makes a test.
        const written = [...read(file).matchAll(/^\s*(?:it\(|describe\()?(['"`])(.*)\1/gmu)].map(
          ([line]) => line,
        );
        for (const title of titles)
          assert.ok(
            written.some((line) => line.includes(title)),
            `${file}: ${title}`,
          );
      }
    });

  it('has a policy in the preview that allows its own script and style and nothing else', () => {
    const source = read('client/views/preview.ts');
    const [, policy = ''] = /const policy = `(.*)`;/u.exec(source) ?? [];
    const nonce = `'nonce-\${nonce}'`;
    assert.equal(policy, `default-src 'none'; style-src ${nonce}; script-src ${nonce}`);
    assert.match(source, /<meta http-equiv="Content-Security-Policy" content="\$\{policy\}">/u);
    assert.match(source, /getRandomValues/u);
  });
});
