import * as z from 'zod/mini';
import { sections } from '../form/common';
import type { Demand } from '../report/demand';
import { listed, mark, said, say } from '../text/say';
import { agencyKey } from './agency';
import type { Whose } from './identity';
import { memberTest } from './parts';

// What an office demands of the reports under it, as a JSON file that it writes itself: no code. The published schema is made of this.

const name = z.string().check(z.minLength(1));
const characters = z.int().check(z.minimum(1));
const year = z.int().check(z.minimum(2008), z.maximum(2100));

const named = z
  .strictObject({
    name: name.check(z.describe('提示里怎么叫它，如“政策解读”')),
    words: z
      .array(name)
      .check(z.minLength(1), z.describe('写到其中任何一个词就算写了，如 ["解读"]；不区分全角半角、繁体简体')),
  })
  .register(z.globalRegistry, { id: 'named' });

const list = (about: string) => z.optional(z.array(named).check(z.describe(about)));
const length = (about: string) => z.optional(characters.check(z.describe(about)));

const section = z
  .strictObject({
    mostCharacters: length('最多多少字，按文字处理软件的“字数”，不计表格'),
    leastCharacters: length('最少多少字，按文字处理软件的“字数”，不计表格'),
    mentions: list('要写到的内容'),
    counts: list('要写明数量的内容：同一句里要有数字，或者写明没有'),
  })
  .check(
    z.refine(
      ({ leastCharacters = 0, mostCharacters = Number.POSITIVE_INFINITY }) =>
        leastCharacters <= mostCharacters,
      { error: mark`leastCharacters 大于 mostCharacters，没有哪篇能满足` },
    ),
  )
  .register(z.globalRegistry, { id: 'section' });

const notice = z.strictObject({
  source: name.check(z.describe('哪份通知的要求，如“武政办发〔2025〕54号”，提示里会写出')),
  agencies: z.optional(
    z
      .array(name)
      .check(
        z.minLength(1),
        z.describe('对哪些机关：名称，* 代表任意几个字，! 表示除去，带斜杠的是文件的通配符；不写就是全部'),
      ),
  ),
  years: z.optional(
    z.strictObject({ from: z.optional(year), to: z.optional(year) }).check(
      z.refine(({ from = 0, to = Number.POSITIVE_INFINITY }) => from <= to, {
        error: mark`from 晚于 to，没有哪一年在内`,
      }),
      z.describe('对哪些年度的年报；不写就是全部'),
    ),
  ),
  sections: z
    .strictObject(
      Object.fromEntries(
        sections.map(({ id, heading }) => [
          id,
          z.optional(section.check(z.describe(`对“${heading}”的要求`))),
        ]),
      ) as Record<(typeof sections)[number]['id'], z.ZodMiniOptional<typeof section>>,
    )
    .check(z.describe('对各部分的要求')),
});

/** The file: what several notices demand. */
export const demandsFile = z.strictObject({
  $schema: z.optional(z.string()),
  notices: z.array(notice).check(z.minLength(1), z.describe('各份通知的要求')),
});

/** What one notice demands, and of whom. */
export type Notice = z.infer<typeof notice>;

/** The notices that a text states as JSON; or what is wrong with it, in words that go on from the file's name. */
export function readDemands(
  text: string,
): { readonly notices: readonly Notice[] } | { readonly fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: say`不是 JSON${nearIn(text, String(error))}` };
  }
  const { data, error } = demandsFile.safeParse(value, { reportInput: true });
  const [issue] = error?.issues ?? [];
  return issue
    ? { fault: [placeOf(issue.path), wrongWith(issue)].join(' ').trim() }
    : { notices: data?.notices ?? [] };
}

/** Where a text is no JSON, as far as that is told. */
function nearIn(text: string, reason: string): string {
  const at = /at position (\d+)/u.exec(reason)?.[1];
  if (at === undefined) return say`，编辑器会标出写错之处`;
  const lines = text.slice(0, Number(at)).split('\n');
  return say`：第 ${lines.length} 行第 ${(lines.at(-1)?.length ?? 0) + 1} 列附近写错了`;
}

/** `notices[0].sections` for the second of a list's keys, as people write it. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./u, '');

function wrongWith(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return say`没有 ${listed(issue.keys)} 这一项`;
    case 'invalid_type':
      return issue.input === undefined
        ? say`没有写`
        : say`应为${said(typeNames[issue.expected] ?? issue.expected)}`;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? say`应不小于 ${String(issue.minimum)}`
        : say`是空的`;
    case 'too_big':
      return say`应不大于 ${String(issue.maximum)}`;
    case 'custom':
      return said(issue.message);
    default:
      return say`不对（${issue.message}）`;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: mark`文字`,
  array: mark`列表`,
  object: mark`对象`,
  int: mark`整数`,
  number: mark`整数`,
};

/** What notices demand of a report, known by whose it is and by its document. One whose agency or year is not known is asked only what all are. */
export function demandsOn(
  notices: readonly Notice[],
  { agency, year: on }: Whose,
  document: string,
): readonly Demand[] {
  const candidate = {
    key: agencyKey(agency?.value ?? ''),
    agency: agency?.value ?? '',
    document,
  };
  return notices.filter(
    ({ agencies, years }) =>
      (!agencies || memberTest(agencies)(candidate)) && (!years || isWithin(years, on?.value)),
  );
}

const isWithin = ({ from = 0, to = Number.POSITIVE_INFINITY }: NonNullable<Notice['years']>, on?: number) =>
  on !== undefined && from <= on && on <= to;
