import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { nianbao, reportText, withFolder } from './nianbao';

/** What the script sees of an element of the page. */
interface Seen {
  readonly dataset: Record<string, string>;
  textContent: string;
  hidden: boolean;
  readonly cells: Seen[];
  readonly parentElement: Seen | undefined;
  closest(name: string): Seen | undefined;
}

const plain = (source: string): string => source.replace(/<[^>]*>/gu, '').replaceAll('&lt;', '<');

function seen(attributes: string, content: string, parentElement?: Seen): Seen {
  const dataset = Object.fromEntries(
    [...attributes.matchAll(/data-(\w+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value]),
  );
  return {
    dataset,
    textContent: plain(content),
    hidden: false,
    cells: [],
    parentElement,
    closest: () => parentElement,
  };
}

/** The rows of a page with their cells and items, and its filter, as its script finds them. */
function opened(page: string) {
  const all: Seen[] = [];
  const rows = [...page.matchAll(/<tr([^>]*)>(.*?)<\/tr>/gsu)].map(([, attributes = '', content = '']) => {
    const row = seen(attributes, content);
    for (const [, own = '', text = ''] of content.matchAll(/<td([^>]*)>(.*?)<\/td>/gsu)) {
      const cell = seen(own, text, row);
      row.cells.push(cell);
      all.push(cell);
      for (const [, item = '', words = ''] of text.matchAll(/<li([^>]*)>(.*?)<\/li>/gsu))
        all.push(seen(item, words, row));
    }
    return row;
  });
  let type = (): void => {};
  const input = { value: '', addEventListener: (_: string, listener: () => void) => (type = listener) };
  const output = seen(/<output([^>]*)>/u.exec(page)?.[1] ?? '', '');
  const box = { hidden: true, querySelector: (name: string) => (name === 'input' ? input : output) };
  const parts: Record<string, Seen[]> = {
    'tr[data-agency]': rows.filter(({ dataset }) => dataset.agency !== undefined),
    '[data-into]': all.filter(({ dataset }) => dataset.into !== undefined),
    '[data-of]': all.filter(({ dataset }) => dataset.of !== undefined),
  };
  runInNewContext(/<script>([\s\S]*?)<\/script>/u.exec(page)?.[1] ?? '', {
    document: {
      addEventListener: () => {},
      querySelector: () => box,
      querySelectorAll: (name: string) => parts[name] ?? assert.fail(name),
    },
  });
  const filtered = (words: string) => {
    input.value = words;
    type();
    return output.textContent;
  };
  const shown = () =>
    new Set(
      parts['tr[data-agency]']?.filter(({ hidden }) => !hidden).map(({ cells }) => cells[0]?.textContent),
    );
  const sums = (name: string) =>
    parts['[data-of]']?.filter(({ dataset }) => dataset.of === name).map(({ textContent }) => textContent);
  const rules = () =>
    parts['[data-of]']
      ?.filter(({ dataset, parentElement }) => dataset.key !== undefined && !parentElement?.hidden)
      .map(({ dataset }) => dataset.of);
  return { box, filtered, shown, sums, rules };
}

const wrong = (agency: string, total: string): string =>
  reportText({
    云溪县档案局: agency,
    '（一）予以公开\t0\t0\t0\t0\t0\t0\t0': `（一）予以公开\t0\t0\t0\t0\t0\t0\t${total}`,
  });

const files = {
  '甲.txt': wrong('云溪县水务局', '1'),
  '乙.txt': wrong('云溪县教育局', '3'),
  '丙.txt': reportText({ 云溪县档案局: '云溪县Ａ局', '六、其他需要报告的事项': '' }),
};

describe('the filter of the page of nianbao report', () => {
  it(
    'leaves the agencies that have all that is typed, and the sums follow',
    withFolder(files, async (cwd) => {
      const page = opened((await nianbao(['report', '.'], { cwd })).stdout);
      const before = { sums: page.sums(''), rules: page.rules() };
      assert.equal(page.box.hidden, false);
      assert.equal(page.shown().size, 3);
      assert.equal(page.filtered('云溪 水务'), '只列出有“云溪 水务”的：1 个，共 3 个');
      assert.deepEqual([...page.shown()], ['云溪县水务局']);
      assert.equal(new Set(page.rules()).has('missing-section'), false);
      assert.deepEqual(page.sums('row-total'), ['1', '1', '0', '0', '1']);
      assert.match(page.sums('2024')?.[0] ?? '', /^错误：1；.*年报：1 份$/u);
      page.filtered('缺少格式规定的部分');
      assert.deepEqual([...page.shown()], ['云溪县Ａ局']);
      page.filtered(' a局 ');
      assert.deepEqual([...page.shown()], ['云溪县Ａ局']);
      assert.equal(page.filtered('{0}<b>'), '只列出有“{0}<b>”的：0 个，共 3 个');
      assert.deepEqual(page.rules(), []);
      assert.equal(page.filtered(' '), '');
      assert.equal(page.shown().size, 3);
      assert.deepEqual({ sums: page.sums(''), rules: page.rules() }, before);
    }),
  );

  it(
    'is hidden until its script runs, and not printed',
    withFolder(files, async (cwd) => {
      const { stdout } = await nianbao(['report', '.'], { cwd });
      assert.match(stdout, /<p class="filter" hidden><label>/u);
      assert.match(stdout, /@media print \{[^@]*\.filter label \{ display: none; \}/u);
    }),
  );
});

describe('the heads of the tables of nianbao report', () => {
  it('sorts by what is pressed, both ways, and leaves what is not known last', async () => {
    const { stdout } = await nianbao(['report', '-'], { input: reportText() });
    const script = /<script>([\s\S]*?)<\/script>/u.exec(stdout)?.[1] ?? '';
    let press = (_: unknown): void => {};
    runInNewContext(script, {
      document: {
        addEventListener: (_: string, listener: typeof press) => (press = listener),
        querySelector: () => null,
      },
    });
    const row = (key?: string) => ({ cells: [{ dataset: { key } }] });
    const rows = ['9', undefined, '10', '2'].map(row);
    const body = { rows, append: (...sorted: typeof rows) => (body.rows = sorted) };
    const attributes: Record<string, string> = {};
    const head = {
      cellIndex: 0,
      closest: () => ({ tBodies: [body] }),
      getAttribute: (name: string) => attributes[name],
      setAttribute: (name: string, value: string) => (attributes[name] = value),
      removeAttribute: (name: string) => delete attributes[name],
      parentElement: { children: [] as unknown[] },
    };
    head.parentElement.children.push(head);
    const order = () => {
      press({ target: { closest: () => ({ closest: () => head }) } });
      return body.rows.map(({ cells }) => cells[0]?.dataset.key);
    };
    assert.deepEqual(order(), ['2', '9', '10', undefined]);
    assert.deepEqual(order(), ['10', '9', '2', undefined]);
    assert.equal(attributes['aria-sort'], 'descending');
  });
});
