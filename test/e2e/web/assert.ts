// What the suites use of node:assert/strict, where there is no Node.

function assert(isSo: unknown, message: string): asserts isSo {
  if (!isSo) throw new Error(message);
}

const said = (value: unknown): string => JSON.stringify(value) ?? String(value);

/** As plain data: what VS Code hands over has classes of its own. */
const same = (a: unknown, b: unknown): boolean => said(a) === said(b);

const strict = {
  ok: (value: unknown, message = `${said(value)} is not true`) => assert(value, message),
  equal: (a: unknown, b: unknown, message = '') =>
    assert(Object.is(a, b), `${message} ${said(a)} is not ${said(b)}`),
  notEqual: (a: unknown, b: unknown, message = '') =>
    assert(!Object.is(a, b), `${message} both are ${said(a)}`),
  deepEqual: (a: unknown, b: unknown, message = '') =>
    assert(same(a, b), `${message} ${said(a)} is not ${said(b)}`),
  notDeepEqual: (a: unknown, b: unknown, message = '') =>
    assert(!same(a, b), `${message} both are ${said(a)}`),
  match: (text: string, wanted: RegExp, message = '') =>
    assert(wanted.test(text), `${message} ${said(text)} does not match ${wanted}`),
  doesNotMatch: (text: string, unwanted: RegExp, message = '') =>
    assert(!unwanted.test(text), `${message} ${said(text)} matches ${unwanted}`),
  fail: (message = 'failed') => assert(false, message),
  async rejects(work: Promise<unknown> | (() => Promise<unknown>), wanted = /./u) {
    const error = await (typeof work === 'function' ? work() : work).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert(error !== undefined && wanted.test(String(error)), `${error} does not match ${wanted}`);
  },
};

export default strict;
