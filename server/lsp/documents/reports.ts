import type { Filed, Neighbours } from '../../report/neighbours';
import { isRecognised } from '../../report/report';
import { createShelf } from '../../workspace/filed';
import type { Parts } from '../../workspace/parts';
import { createIndex, type ReportIndex } from '../../workspace/reports';

/** What a report is held against, and a name for that which changes when it does. */
export interface Beside {
  readonly neighbours?: Neighbours;
  readonly revision: string;
}

/** The reports that are known: those that are open and those of the workspace's folders, by their names (see uri.ts). */
export interface Reports {
  readonly index: ReportIndex;
  /** Files what is open, as it stands; what is no report (any more) is taken out. */
  fileOpen(name: string, filed: readonly Filed[]): void;
  /** Files what was read from a file; its reports may be forgotten and read again. */
  fileRead(name: string, filed: readonly Filed[]): void;
  beside(filed: Filed): Beside;
  setParts(parts: Parts): void;
  /** Makes a change, and tells who listens of the reports that it touches and of those that lean on them. */
  change(name: string, work: () => void): void;
  /** Makes many changes, and tells of all at the end. */
  changing(work: () => Promise<void>): Promise<void>;
  /** Tells of reports, and of those that lean on them, that they are to be looked at again. */
  touch(...names: readonly string[]): void;
  onDidChange(listener: (names: ReadonlySet<string>) => void): void;
}

/** Knows no report yet. */
export function reportsOf(): Reports {
  const index = createIndex();
  const shelf = createShelf();
  const news = newsOf(index);
  let parts = '{}';
  return {
    ...news,
    index,
    fileOpen: (name, filed) => void index.set(name, recognised(filed)),
    fileRead(name, filed) {
      const kept = recognised(filed).map((each) => shelf.file(each, each.report));
      index.set(name, kept);
    },
    beside(filed) {
      const neighbours = index.neighboursOf(filed);
      return { revision: index.revisionOf(neighbours), ...(neighbours && { neighbours }) };
    },
    setParts(wanted) {
      const text = JSON.stringify(wanted);
      if (text === parts) return;
      parts = text;
      index.setParts(wanted);
      // Whoever reads the settings is about to use them; what leans on them comes after.
      setTimeout(() => news.touch(...index.documents()), 0);
    },
  };
}

/** The text of a document, whose reports stand one behind the other; undefined where it has none. */
export const textOf = (filed: readonly Filed[] | undefined): string | undefined =>
  filed?.map(({ text }) => text).join('');

const recognised = (filed: readonly Filed[]): readonly Filed[] =>
  filed.filter(({ report }) => isRecognised(report));

type News = Pick<Reports, 'change' | 'changing' | 'touch' | 'onDidChange'>;

function newsOf(index: ReportIndex): News {
  const listeners: ((names: ReadonlySet<string>) => void)[] = [];
  let touched = new Set<string>();
  let waiting = 0;

  const touch = (...names: readonly string[]): void => {
    for (const name of names) for (const each of [name, ...index.dependentsOf(name)]) touched.add(each);
    if (waiting > 0 || touched.size === 0) return;
    const told = touched;
    touched = new Set();
    for (const listener of listeners) listener(told);
  };
  return {
    change(name, work) {
      const before = index.get(name);
      const leaning = index.dependentsOf(name);
      work();
      if (index.get(name) === before) return;
      for (const each of leaning) touched.add(each);
      touch(name);
    },
    async changing(work) {
      waiting++;
      try {
        await work();
      } finally {
        waiting--;
        touch();
      }
    },
    touch,
    onDidChange: (listener) => void listeners.push(listener),
  };
}
