import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { root } from './source';

const json = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** Ranges with a hole, by the package, as a registry knows them. */
type Known = Readonly<Record<string, string>>;
type Answer = (response: ServerResponse, asked: object) => void;

/** The one hole that every registry knows. */
const old: Known = { minimist: '<0.2.4' };

/** Answers as npm's bulk advisory endpoint does: of what was asked for, what is known. */
const knowing =
  (known: Known): Answer =>
  (response, asked) => {
    const holes = Object.entries(known).filter(([name]) => name in asked);
    response.end(JSON.stringify(Object.fromEntries(holes.map(([name, range]) => [name, [hole(range)]]))));
  };

const hole = (vulnerable_versions: string) => ({
  id: 1,
  url: 'https://github.com/advisories/GHSA-0000-0000-0000',
  title: 'a hole',
  severity: 'high',
  vulnerable_versions,
  cwe: [],
  cvss: { score: 7.5, vectorString: null },
});

const saying =
  (text: string, statusCode = 200): Answer =>
  (response) => {
    response.statusCode = statusCode;
    response.end(text);
  };

/** The versions of a package that the lock file names, as a registry lists them. */
function listed(name: string): string {
  const places = Object.entries<{ version: string }>(json('package-lock.json').packages);
  const versions = places.filter(([place]) => place.endsWith(`node_modules/${name}`));
  const all = versions.map(([, { version }]) => [version, { name, version }]);
  return JSON.stringify({ name, 'dist-tags': {}, versions: Object.fromEntries(all) });
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Has `npm run audit` ask a registry of this machine that answers so; answers what it says, and how often it asked for holes. */
async function audited(answer: Answer): Promise<{ told: string; asked: number }> {
  let asked = 0;
  const registry = createServer(async (request, response) => {
    const body = await bodyOf(request);
    response.setHeader('content-type', 'application/json');
    if (request.method === 'GET') return response.end(listed(decodeURIComponent(request.url ?? '').slice(1)));
    assert.equal(request.url, '/-/npm/v1/security/advisories/bulk');
    asked += 1;
    return answer(response, JSON.parse(String(gunzipSync(body))));
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  const { port } = registry.address() as AddressInfo;
  try {
    return { told: await saidBy(`http://127.0.0.1:${port}/`), asked };
  } finally {
    registry.closeAllConnections();
    registry.close();
  }
}

function saidBy(registry: string): Promise<string> {
  const script = pathToFileURL(path.join(root, 'scripts/audit.mjs')).href;
  const ask = `const { runAudit } = await import('${script}');
    await runAudit({ patience: 5000 }).catch((error) => console.log(error.constructor.name + ': ' + error.message));`;
  const env = { ...process.env, npm_config_registry: registry };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--input-type=module', '-e', ask], { env }, (error, stdout) =>
      error ? reject(error) : resolve(stdout.trim()),
    );
  });
}

describe('npm run audit', () => {
  before(() => assert.ok(existsSync(path.join(root, 'dist/packages.json')), 'npm run build comes first'));

  const fine = (others: number) =>
    `[nianbao] 发给用户的代码里没有已知的漏洞；只用来构建和测试的有 ${others} 个`;
  const open = 'NotRun: 登记处没有回答，说不准有没有已知的漏洞';

  it('finds nothing where the registry knows of nothing', async () => {
    assert.deepEqual(await audited(knowing(old)), { told: fine(0), asked: 1 });
  });

  it('fails for a hole in what is shipped, and names it', async () => {
    const { version } = json('dist/packages.json').find((each: { name: string }) => each.name === 'fflate');
    const { told } = await audited(knowing({ ...old, fflate: '<99' }));
    assert.equal(told, `Error: 发给用户的代码里有已知的漏洞：\n  fflate ${version}（high）`);
  });

  it('only counts holes in what builds and tests, be it another version of what is shipped', async () => {
    assert.equal((await audited(knowing({ ...old, mocha: '<99' }))).told, fine(1));
    const others = Object.keys(json('package-lock.json').packages).filter((place) =>
      place.endsWith('/node_modules/semver'),
    );
    assert.ok(others.length > 1);
    const { told } = await audited(knowing({ ...old, semver: '<6' }));
    assert.match(told, /^\[nianbao\] 发给用户的代码里没有已知的漏洞；只用来构建和测试的有 [1-9]\d* 个$/u);
  });

  const silent: readonly (readonly [string, Answer])[] = [
    ['knows not even of the hole that all know', knowing({})],
    ['knows only of others', knowing({ mocha: '<99' })],
    ['answers null', saying('null')],
    ['answers a list', saying('[]')],
    ['answers half of it', saying('{"minimist":[{"id":1,')],
    ['answers a page to log in at', saying('<html>login</html>')],
    ['answers what is no advisory', saying('{"error":"not here"}')],
    ['does not allow to ask', saying('', 405)],
    ['breaks', saying('{}', 500)],
    ['hangs up', (response) => response.destroy()],
    ['does not answer', () => undefined],
    ['stops in its answer', (response) => void response.write('{"minimist":[')],
  ];
  for (const [what, answer] of silent) {
    it(`could not tell where the registry ${what}`, async () => {
      assert.deepEqual(await audited(answer), { told: open, asked: 1 });
    });
  }

  it('could not tell where there is no registry', async () => {
    assert.equal(await saidBy('http://127.0.0.1:1/'), open);
  });
});
