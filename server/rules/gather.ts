import type { Finding, Related, Repair } from '../report/finding';
import { say } from '../text/say';

/** What a rule says in the same words this often is told at every place; where there are more, once. */
const mostAlike = 50;
/** So many of the other places are shown. */
const mostShown = 4;

/**
 * The findings, those that one rule puts in the same words at more places than anybody looks through told once, at the first of them:
 * with how many there are, some of the others, and one repair of all where each has just one.
 */
export function gathered(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= mostAlike) return findings;
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.message}`;
    const alike = groups.get(key);
    if (alike) alike.push(finding);
    else groups.set(key, [finding]);
  }
  const many = [...groups.values()].filter(({ length }) => length > mostAlike);
  if (many.length === 0) return findings;
  const told = new Map(many.map((alike) => [alike[0], together(alike)]));
  const dropped = new Set(many.flatMap((alike) => alike.slice(1)));
  return findings.flatMap((finding) => (dropped.has(finding) ? [] : (told.get(finding) ?? finding)));
}

function together(alike: readonly Finding[]): Finding | undefined {
  const [first, ...others] = alike;
  if (!first) return undefined;
  const places = others.slice(0, mostShown).map(({ span }): Related => ({ span, message: say`同样的一处` }));
  return {
    ...first,
    message: say`${first.message}（等 ${alike.length} 处）`,
    related: [...first.related, ...places],
    cells: [...new Set(alike.flatMap(({ cells }) => cells))],
    repairs: repairOfAll(alike),
  };
}

function repairOfAll(alike: readonly Finding[]): Repair[] {
  const [best, ...others] = alike.map(({ repairs }) => repairs);
  const [repair, ...more] = best ?? [];
  const isSame = (each: readonly Repair[]): boolean =>
    each.length === 1 && each[0]?.title === repair?.title && each[0]?.confidence === repair?.confidence;
  if (!repair || more.length > 0 || !others.every(isSame)) return [];
  const edits = alike.flatMap(({ repairs }) => repairs[0]?.edits ?? []);
  return [{ ...repair, title: say`${repair.title}（${alike.length} 处）`, edits }];
}
