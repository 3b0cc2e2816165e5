import { claimInWords } from '../../features/explaining/claim-hover';
import { linesByEquation } from '../../features/explaining/equations';
import { isTelling } from '../../report/agreement';
import { severityNames } from '../../report/finding';
import { valueOf } from '../../report/report';
import { equationInWords, tableInWords } from '../../report/told';
import { lineIn } from '../../text/plain';
import { said, say } from '../../text/say';
import { element, type Markup } from './markup';
import { inItsTongue, placeInWords, placeOf, type Subject } from './subject';

const table = (head: readonly string[], rows: readonly Markup[]): Markup =>
  element(
    'table',
    { class: 'list' },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        head.map((each) => element('th', { scope: 'col' }, each)),
      ),
    ),
    element('tbody', {}, rows),
  );

const part = (title: string, ...content: readonly (Markup | string)[]): Markup =>
  element('section', { class: 'checks' }, element('h2', {}, title), ...content);

/** All that was found, with the place and what would mend it, and what notes have silenced. */
export function findingsOfReport(subject: Subject): Markup {
  const { findings, silenced } = subject;
  const rows = findings.map(({ severity, message, span, repairs }) =>
    element(
      'tr',
      { class: severity, 'data-at': placeOf(subject, span) },
      element('td', {}, placeInWords(subject, span)),
      element('td', {}, said(severityNames[severity])),
      element('td', {}, message),
      element('td', {}, repairs[0]?.title ?? ''),
    ),
  );
  const noted =
    silenced.length > 0 ? element('p', {}, say`另有 ${silenced.length} 处已注明理由，未列出。`) : '';
  return part(
    say`发现 ${findings.length} 处`,
    rows.length > 0
      ? table([say`行:列`, say`级别`, say`问题`, say`改法`], rows)
      : element('p', {}, say`没有发现问题。`),
    noted,
  );
}

/** Every equation of the form with its numbers. */
export function equationsOfReport({ report }: Subject): Markup {
  const asked = report.form.equations.filter(
    ({ right }) => !right.every((index) => report.cells[index]?.kind === 'merged'),
  );
  const lines = linesByEquation(report, asked);
  const rows = asked.map((equation) => {
    const [mark = '', ...words] = lines.get(equation) ?? '';
    return element(
      'tr',
      { class: mark === '✗' ? 'error' : mark === '？' ? 'warning' : undefined },
      element('td', {}, tableInWords(equation.table)),
      element('td', {}, equationInWords(report.form, equation)),
      element('td', {}, words.join('').trim()),
      element('td', {}, mark),
    );
  });
  return part(say`勾稽关系 ${rows.length} 条`, table([say`表`, say`行或列`, say`两边的数`, say`成立`], rows));
}

/** What the narrative states and what it was held against. */
export function claimsOfReport(subject: Subject): Markup | string {
  const { report } = subject;
  const rows = report.claims
    .filter((claim) => isTelling(report, claim))
    .map((claim) =>
      element(
        'tr',
        { 'data-at': placeOf(subject, claim.phrase) },
        element('td', {}, placeInWords(subject, claim.phrase)),
        element('td', inItsTongue(), lineIn(report.shown, claim.phrase)),
        element('td', {}, claimInWords(report, claim)),
      ),
    );
  return rows.length > 0
    ? part(say`正文与表格核对 ${rows.length} 处`, table([say`行:列`, say`正文`, say`核对结果`], rows))
    : '';
}

/** The figures of the report beside those of the year before; nothing where that report is not at hand or of another form. */
export function yearsOfReport({ report, neighbours }: Subject): Markup | string {
  const before = neighbours?.lastYear?.report;
  if (!before || before.form !== report.form) return '';
  const value = (number: number | null): string => (number === null ? '—' : String(number));
  const rows = report.form.tables.flatMap(({ id, rows: own }) =>
    own.flatMap((row) => {
      const column = row.columns.at(-1);
      const index = row.firstCell + row.columns.length - 1;
      const [now, then] = [valueOf(report.cells[index]), valueOf(before.cells[index])];
      if (!column || ((now ?? 0) === 0 && (then ?? 0) === 0)) return [];
      const change = now === null || then === null ? '—' : signed(now - then);
      return [
        element(
          'tr',
          {},
          element('td', {}, tableInWords(id)),
          element('td', inItsTongue(), `${row.name}（${column.label}）`),
          ...[value(then), value(now), change].map((each) => element('td', {}, each)),
        ),
      ];
    }),
  );
  const title = say`与 ${before.year?.value ?? say`上`} 年报告比较`;
  return part(title, table([say`表`, say`项目`, say`上年`, say`本年`, say`增减`], rows));
}

const signed = (change: number): string => {
  const size = String(Number(Math.abs(change).toFixed(4)));
  return change === 0 ? '0' : `${change < 0 ? '−' : '+'}${size}`;
};
