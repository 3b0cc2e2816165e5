// VS Code in a browser alone, as vscode.dev has it: the workbench of the npm package code-server without its server, and extensions in a
// web worker. What is served is files and nothing else.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { ensureHost, serverDir } from './host.mjs';
import { onExit } from './process.mjs';

/** Where code-server's workbench leans on its server, and what VS Code's own has there. */
const MENDED = /** @type {const} */ ([
  [/(remoteAuthority:)location\.host/, '$1undefined'],
  [/(\.with\(\{scheme:\w+\.)vscodeRemote(\}\),"User"\))/, '$1vscodeUserData$2'],
]);
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/**
 * Serves VS Code, an extension as it is in its .vsix, and a folder with one that tests it; on a free port of this machine alone.
 * @param {{ dataDir: string, vsix: string, tests: string }} options
 * @returns {Promise<import('./host.mjs').Host & { served: ReadonlySet<string> }>} `served` is what of the extension was asked for
 */
export async function startWebHost({ dataDir, vsix, tests }) {
  await ensureHost();
  const extension = path.join(dataDir, 'web-extension');
  unpack(vsix, extension);
  /** @param {string} name */
  const own = (name) => path.join(serverDir(), name);
  const modules = { out: own('out'), extensions: own('extensions'), node_modules: own('node_modules') };
  const folders = { ...modules, extension, tests };
  /** @type {Set<string>} */
  const served = new Set();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/extension/')) served.add(pathname.slice('/extension/'.length));
    const answer = pathname === '/' ? pageOf(authority()) : fileIn(folders, decodeURIComponent(pathname));
    response.writeHead(answer === undefined ? 404 : 200, {
      'Content-Type':
        TYPES[/** @type {keyof TYPES} */ (path.extname(pathname) || '.html')] ?? 'application/octet-stream',
      'Access-Control-Allow-Origin': '*',
    });
    response.end(answer);
  });
  const authority = () =>
    `localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return {
    port: Number(authority().slice('localhost:'.length)),
    url: (folder, payload, language) =>
      `http://${authority()}/?folder=${encodeURIComponent(folder)}&language=${language}` +
      `&payload=${encodeURIComponent(JSON.stringify(payload))}`,
    remote: (file) => `http://${authority()}/${path.posix.join('tests', path.relative(tests, file))}`,
    log: () => '',
    served,
    ended: new Promise(() => undefined),
    stop: onExit(() => void server.close()),
  };
}

/** Puts what a .vsix has of an extension into a folder. @param {string} vsix @param {string} folder */
function unpack(vsix, folder) {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(vsix)))) {
    const [, below] = /^extension\/(.*[^/])$/.exec(name) ?? [];
    if (below === undefined) continue;
    mkdirSync(path.dirname(path.join(folder, below)), { recursive: true });
    writeFileSync(path.join(folder, below), bytes);
  }
}

/**
 * A file that is served; undefined where there is none.
 * @param {Readonly<Record<string, string>>} folders @param {string} pathname
 */
function fileIn(folders, pathname) {
  const [, name = '', below = ''] = /^\/(\w+)\/(.+)$/.exec(pathname) ?? [];
  const folder = folders[name];
  const file = folder && path.join(folder, below);
  if (!file?.startsWith(`${folder}${path.sep}`)) return undefined;
  try {
    const bytes = readFileSync(file);
    if (!below.endsWith('/workbench/workbench.js')) return bytes;
    return MENDED.reduce((script, [found, instead]) => script.replace(found, instead), bytes.toString());
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** VS Code's own page, told of our extension and of no server. @param {string} authority */
function pageOf(authority) {
  const base = `http://${authority}`;
  const configuration = {
    // Asked for by code-server's workbench.
    ...{ userDataPath: '/', isEnabledFileDownloads: true, isEnabledFileUploads: true },
    isEnabledCoderGettingStarted: false,
    enableWorkspaceTrust: true,
    additionalBuiltinExtensions: [{ scheme: 'http', authority, path: '/extension' }],
    developmentOptions: { extensions: [{ scheme: 'http', authority, path: '/tests' }] },
    productConfiguration: {
      webviewContentExternalBaseUrlTemplate: `${base}/out/vs/workbench/contrib/webview/browser/pre/`,
    },
  };
  const values = {
    BASE: base,
    VS_BASE: base,
    WORKBENCH_WEB_BASE_URL: base,
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll('"', '&quot;'),
    WORKBENCH_AUTH_SESSION: '',
    WORKBENCH_NLS_FALLBACK_URL: `${base}/out/nls.messages.js`,
    WORKBENCH_NLS_URL: `${base}/out/nls.messages.js`,
  };
  const page = readFileSync(path.join(serverDir(), 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  return page.replace(/\{\{(\w+)\}\}/g, (_, name) => values[/** @type {keyof values} */ (name)] ?? '');
}
