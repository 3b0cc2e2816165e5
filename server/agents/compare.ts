import { cellAt } from '../form/form';
import { documentOf, type Filed } from '../report/neighbours';
import { type Report, valueOf } from '../report/report';
import { cellOfTable } from '../report/told';
import { asKnown } from '../report/unread';
import { rules } from '../rules/all';
import { mark, say } from '../text/say';
import { Failure } from '../workspace/failure';
import { findingOf, findingSchema } from './found';
import { list, object, text, whole } from './schema';
import { fitted } from './size';
import { othersOf, whoseOf, whoseSchema } from './subject';
import { type Answer, aboutReport, type Input } from './tool';

const pastFamily = new Set(rules.filter(({ family }) => family === 'neighbours').map(({ id }) => id));

/** A report beside the one of the same agency on the year before. */
export const compare = aboutReport({
  name: 'compare',
  title: mark`与上年年报对照`,
  description: mark`把一份年报与同一机关上一年的对照：哪些格变了、变了多少，结转、增减的说法是否与上年相符。两份都读出数的格才比，读不出的只说有几格。\nHolds a report against the same agency’s report on the year before: which cells changed and by how much, and what does not agree with it. Cells that either does not tell are only counted.`,
  takes: { from: whole(mark`从第几格起，默认 1`, 1) },
  looksBack: true,
  needsLastYear: true,
  answers: object({
    ...whoseSchema,
    lastYear: object({ file: text(mark`上年年报的文件`), year: whole(mark`上年`) }),
    findings: list(findingSchema, mark`与上年不符之处`),
    cells: list(
      object({
        cell: text(mark`格`),
        name: text(mark`表、行、列`),
        before: { type: 'number', description: mark`上年的数` },
        now: { type: 'number', description: mark`本年的数` },
        change: { type: 'number', description: mark`增减` },
      }),
      mark`与上年不同的格`,
    ),
    same: whole(mark`与上年相同的有几格`),
    untold: whole(mark`有一年没有数、没有比的有几格`),
    leftOut: list(text(mark`没有给出的`), mark`没有给出的`),
  }),
  answer({ from }: Input, chosen): Answer {
    const { report, findings, neighbours } = chosen.analysis;
    const last = neighbours?.lastYear;
    const year = last?.report.year?.value ?? (report.year && report.year.value - 1);
    if (!last || year === undefined)
      throw new Failure(say`${chosen.subject.file}：没有同一机关上一年的年报可以对照`);
    const { changed, same, untold } = differences(asKnown(report), asKnown(last.report));
    const { items, left } = fitted(changed, mark`不同的格`, from);
    const told = fitted(
      findings.filter(({ rule }) => pastFamily.has(rule)).map((finding) => findingOf(chosen, finding)),
      mark`不符之处`,
    );
    return {
      ...whoseOf(chosen),
      lastYear: { file: documentOf(last), year },
      findings: told.items,
      cells: items,
      ...{ same, untold },
      leftOut: [...othersOf(chosen), ...told.left, ...left],
    };
  },
});

/** The cells that both reports have a number in, as far as these differ; cells of one form only are not told of the other. */
function differences(now: Report, last: Filed['report']) {
  const pairs = now.form.cells.map(({ path, index }) => ({
    cell: path,
    name: cellOfTable(now.form, index),
    before: valueOf(last.cells[cellAt(last.form, path)]),
    now: valueOf(now.cells[index]),
  }));
  const known = pairs.flatMap((pair) =>
    pair.before !== null && pair.now !== null
      ? [{ ...pair, before: pair.before, now: pair.now, change: rounded(pair.now - pair.before) }]
      : [],
  );
  const changed = known.filter(({ change }) => change !== 0);
  return { changed, same: known.length - changed.length, untold: pairs.length - known.length };
}

/** Amounts have decimals, whose difference has more of them than either. */
const rounded = (change: number): number => Number(change.toFixed(6));
