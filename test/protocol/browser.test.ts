import assert from 'node:assert/strict';
import { build } from 'esbuild';

describe('the server', () => {
  it('needs nothing of Node but its process: it can be bundled for a web worker', async () => {
    const { outputFiles, warnings } = await build({
      stdin: {
        contents: `
          import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
          import { createServer } from './server/lsp/server';
          createServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)));`,
        resolveDir: process.cwd(),
        loader: 'ts',
      },
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      mainFields: ['module', 'main'],
      loader: { '.md': 'text' },
      logLevel: 'silent',
    });
    assert.deepEqual(warnings, []);
    assert.ok((outputFiles[0]?.text.length ?? 0) > 0);
  });
});
