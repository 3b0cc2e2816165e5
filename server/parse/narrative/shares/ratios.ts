import { cellAt } from '../../../form/form';
import { sumOf } from '../../../report/agreement';
import type { CellSum } from '../../../report/claim';
import type { Ratio } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { sumsFor } from '../quantities/accepted-sums';
import { applicants, classOfRow } from '../quantities/quantity-keys';
import { disputeTotals } from '../scope/topic';
import type { NamedWhole } from './told-share';

// What a share or a rate is of, by what has it: each customary reading as two sums of cells, the likeliest first.

/** The key of a rate of which the tables have the whole only: what was answered in time. */
export const inTime = 'inTime';

/** What was found for a report: a paragraph may ask for the same over and over. */
const found = new WeakMap<Report, Map<string, readonly Ratio[]>>();

/** The readings of a share of what `key` counts, of what the words name where they do; empty where the tables do not have it. */
export function ratiosOf(key: string, report: Report, named?: NamedWhole): readonly Ratio[] {
  const own = found.get(report) ?? new Map<string, readonly Ratio[]>();
  found.set(report, own);
  const asked = `${key} ${named ?? ''}`;
  const ratios = own.get(asked) ?? readingsOf(key, report, named);
  own.set(asked, ratios);
  return ratios;
}

function readingsOf(key: string, report: Report, named: NamedWhole | undefined): Ratio[] {
  const sums = new Sums(report);
  if (named === 'refused' || named === 'unable' || named === 'notProcessed') return sums.ofClass(key, named);
  if (named === 'settled' || named === 'answered' || named === 'receivedNew') return sums.of(key, named);
  if (key === inTime) return sums.due().map((whole) => ({ part: undefined, whole }));
  if (key === 'answered') return sums.answered();
  if (applicants.has(key)) return sums.applicants(key);
  // 复议后起诉的占六成.
  if (key === 'directLitigations' || key === 'laterLitigations') return sums.paired(key, 'litigations');
  const [family = '', kind = '', outcome = ''] = key.split(':');
  if (family !== 'outcome')
    return sums.results(key, named ? named : family === 'reason' ? classOfRow(kind) : '');
  const parts = sums.plain(`outcome:${kind}:${outcome}`).filter(({ rare }) => !rare);
  return crossed(parts, sums.plain(disputeTotals[kind] ?? ''));
}

/** The readings of a share of what went from year to year, by whose it is; empty where the tables do not have it. */
export function ratiosOfFlow(key: string, flow: string, report: Report): readonly Ratio[] {
  const { plain } = sumsFor(report.form);
  return crossed(plain.get(`${key}:${flow}`) ?? [], plain.get(flow) ?? []);
}

const crossed = (parts: readonly CellSum[], wholes: readonly CellSum[]): Ratio[] =>
  parts.flatMap((part) => wholes.map((whole) => ({ part, whole })));

const joined = (name: string, ...sums: readonly (CellSum | undefined)[]): CellSum => ({
  name,
  cells: sums.flatMap((sum) => sum?.cells ?? []),
  less: 0,
  rare: true,
});

class Sums {
  private readonly sums;

  constructor(private readonly report: Report) {
    this.sums = sumsFor(report.form);
  }

  plain(key: string): readonly CellSum[] {
    return this.sums.plain.get(key) ?? [];
  }

  /** Each reading of a part with that of the whole: all of all, those settled of those settled. */
  paired(key: string, whole: string): Ratio[] {
    const wholes = this.plain(whole);
    return this.plain(key).flatMap((part, index) => {
      const own = wholes[index];
      return own ? [{ part, whole: own }] : [];
    });
  }

  /** What there was to answer: with what was carried over, without, and what of it was answered. */
  due(): CellSum[] {
    const [results, received, both] = this.plain('handled');
    return [both, received, results]
      .filter((sum) => sum !== undefined)
      .concat(this.plain('answered').slice(1));
  }

  /** 办结率: of what was due; of what came in this year, without what was carried over. */
  answered(): Ratio[] {
    const [results] = this.plain('answered');
    const [received] = this.plain('received');
    const over = sumOf(this.report, [cellAt(this.report.form, 'applications.carriedOver.total')]);
    const own =
      results && received && over > 0 ? { ...results, name: '本年新收中已办结', less: over } : undefined;
    return [
      ...crossed(this.plain('answered'), this.due()),
      ...(own && received ? [{ part: own, whole: received }] : []),
    ];
  }

  /** 自然人占 85%: of what came in, of that with what was carried over, of what was answered, each among its like. */
  applicants(key: string): Ratio[] {
    const [results, received, both] = this.plain('handled');
    const wholes = [received, both, results];
    return this.plain(key).flatMap((part, index) => {
      const whole = wholes[index];
      return whole ? [{ part, whole }] : [];
    });
  }

  /** 占办结总数的 44%, 占新收申请的 82%: of that alone. */
  of(key: string, named: 'settled' | 'answered' | 'receivedNew'): Ratio[] {
    const wholes =
      named === 'answered'
        ? [...this.plain('answered'), this.answering()]
        : this.plain(named === 'settled' ? 'answered' : 'received').slice(0, 1);
    // 自然人占新收申请的 85%: theirs among these.
    if (applicants.has(key))
      return this.applicants(key).slice(...(named === 'receivedNew' ? [0, 1] : [2, 3]));
    if (key === inTime) return wholes.map((whole) => ({ part: undefined, whole }));
    const wider = (this.sums.wider.get(key) ?? []).slice(0, 1);
    return crossed([...this.plain(key), ...wider], wholes);
  }

  /** 占不予公开总量的 12%: of the class by its name. */
  ofClass(key: string, named: NamedWhole): Ratio[] {
    return crossed(this.plain(key), [...this.plain(named), ...(this.sums.wider.get(named) ?? [])]);
  }

  /** 不予公开率 12%: of all results, of those that answer, of what was due; a reason also of its class. */
  results(key: string, group: string): Ratio[] {
    // 不予公开 with 无法提供 at the most: with all the others it would be what was not granted.
    const parts = [...this.plain(key), ...(this.sums.wider.get(key) ?? []).slice(0, 1)];
    const due = [...this.plain('handled'), ...this.plain('answered').slice(1)];
    if (group === 'all') return crossed(parts, due);
    return crossed(parts, [...due, this.answering(), ...this.plain(group)]);
  }

  private answering(): CellSum {
    const keys = ['granted', 'partiallyGranted', 'refused', 'unable'];
    return joined('予以公开至无法提供之和', ...keys.map((key) => this.plain(key)[0]));
  }
}
