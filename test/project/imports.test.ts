import assert from 'node:assert/strict';
import { isBuiltin } from 'node:module';
import { inner, outward, restricted, roomOf, rooms } from './rooms';
import { inFolder, none } from './shape';
import { read, type Source, sources } from './source';

// Which file may import which, held by a test: a failure says what is against which rule of the house, and why there is one.

/** What the files of a folder import, as `file → import`, where `isWrong`. */
function imports(from: readonly Source[], isWrong: (name: string, file: string) => boolean): string[] {
  return from.flatMap((source) =>
    source.imports.filter((name) => isWrong(name, source.file)).map((name) => `${source.file} → ${name}`),
  );
}

describe('imports', () => {
  const server = inFolder('server');

  it('are seen', () => {
    const check = sources.find(({ file }) => file === 'server/rules/check.ts');
    assert.deepEqual(check?.imports, [
      'server/report/finding',
      'server/report/report',
      'server/report/unseen',
      'server/text/comments',
      'server/text/plain',
      'server/text/say',
      'server/text/span',
      'server/rules/all',
      'server/rules/draft',
      'server/rules/drafting',
      'server/rules/gather',
      'server/rules/notes/support/judge',
      'server/rules/rule',
    ]);
    assert.ok(sources.some(({ imports: names }) => names.includes('node:path')));
  });

  it('every file of server/ lies in a room', () =>
    none(
      server.filter(({ file }) => !roomOf(file)).map(({ file }) => file),
      'A file without a room has no place in the order of imports: put it into one, or add the room to test/project/rooms.ts.',
    ));

  it('one file shows messages', () =>
    none(
      inFolder('client')
        .filter(({ file }) => file !== 'client/editor/say.ts')
        .filter(({ file }) => /\.show(?:Information|Warning|Error)Message\b/u.test(read(file)))
        .map(({ file }) => file),
      'VS Code makes links that run commands of what names and reports have in messages; client/editor/say.ts shows them as they are.',
    ));

  it('a room imports only rooms before it', () => {
    const wrong = imports(server, (name, file) => {
      const [from, to] = [roomOf(file), roomOf(name)];
      if (!from || !to || from === to) return false;
      return !(restricted[from] ?? rooms.slice(0, rooms.indexOf(from))).includes(to);
    });
    none(
      wrong,
      'Text flows through the rooms one way; an import against the stream makes two rooms one. What both need belongs into an earlier room.',
    );
  });

  for (const [room, order] of Object.entries(inner)) {
    it(`the rooms of ${room} stand in the order of the flow`, () => {
      const placeOf = (name: string): number | undefined => {
        const parts = name.startsWith(`${room}/`) ? name.slice(room.length + 1).split('/') : [];
        return parts.length > 1 ? order.indexOf(parts[0] ?? '') : undefined;
      };
      none(
        inFolder(room)
          .map(({ file }) => file)
          .filter((file) => placeOf(file) === -1),
        'A room without a place in the order: add it to `inner` of test/project/rooms.ts.',
      );
      none(
        imports(inFolder(room), (name, file) => {
          const [from, to] = [placeOf(file), placeOf(name)];
          if (from === undefined || !name.startsWith(`${room}/`)) return false;
          return to === undefined || to > from;
        }),
        'An import against the flow, or of a file that puts rooms together: what both need belongs into an earlier room.',
      );
    });
  }

  it('go in no circle', () => {
    const importsOf = new Map(sources.map(({ file, imports: names }) => [file.replace(/\.ts$/u, ''), names]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, above: readonly string[]): void => {
      if (above.includes(file)) circles.push([...above.slice(above.indexOf(file)), file].join(' → '));
      if (done.has(file) || above.includes(file)) return;
      for (const name of importsOf.get(file) ?? []) visit(name, [...above, file]);
      done.add(file);
    };
    for (const file of importsOf.keys()) visit(file, []);
    none(
      circles,
      'Files in a circle can only be understood, and moved, together: what they share gets a file of its own.',
    );
  });

  it('the core has no Node', () => {
    const core = server.filter(({ file }) => !outward.some((room) => room === roomOf(file)));
    const withGlobals = core.flatMap(({ file }) =>
      [...read(file).matchAll(/\b(?:Buffer|process|global)\.\w+/gu)].map(([name]) => `${file} → ${name}`),
    );
    none(
      [...imports(core, (name) => isBuiltin(name)), ...withGlobals],
      'The core runs in a web worker as well; whatever touches files or processes belongs into workspace, lsp or cli.',
    );
  });

  it('nothing speaks to a network, and only clicks open other programs', () => {
    const product = [...server, ...inFolder('client')];
    const using = (name: RegExp): string[] =>
      product.filter(({ file }) => name.test(read(file))).map(({ file }) => file);
    none(
      imports(product, (name) => /^(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/|$)/u.test(name)),
      'SECURITY.md says that nothing is fetched or sent.',
    );
    // The catalogue of another tongue, which lies with the programs of the extension.
    assert.deepEqual(using(/\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b/u), [
      'server/lsp/machine/tongue-worker.ts',
    ]);
    assert.deepEqual(using(/\bopenExternal\b/u), ['client/files/exporting.ts']);
    // Ours, to check many files at once; and the system's own cp.
    assert.deepEqual(using(/child_process/u), ['server/cli/processes/crew.ts', 'server/workspace/write.ts']);
  });

  it('the protocol is spoken in one room', () =>
    none(
      imports(server, (name, file) => name.startsWith('vscode-languageserver') && roomOf(file) !== 'lsp'),
      'Only server/lsp knows positions, ranges and diagnostics; the rest speaks of spans, so that it can be used without an editor.',
    ));

  it('VS Code is known to the client alone', () =>
    none(
      imports(server, (name) => name === 'vscode' || name.startsWith('vscode-languageclient')),
      'The server serves any editor.',
    ));

  it('the client knows of the server only the names of their messages, and the quick look that tells whether to ask', () =>
    none(
      imports(inFolder('client'), (name) =>
        /^server\/(?!lsp\/messages\/|parse\/view\/detect(?:\.ts)?$)/u.test(name),
      ),
      'The client stays thin: what it knows of reports it asks the server for.',
    ));

  it('the product does not lean on its tests or scripts', () =>
    none(
      imports([...server, ...inFolder('client')], (name) => /^(?:test|scripts)\//u.test(name)),
      'Tests and scripts are not in the package.',
    ));
});
