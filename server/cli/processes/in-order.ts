/** A task and its answer, which may be still to come. */
export interface Ordered<T, R> {
  readonly task: T;
  readonly answer: R;
}

/**
 * Starts work on tasks as they come and gives each with its answer, in order. No more than `ahead` of them are begun at a time, that which
 * was given last and is being dealt with among them, so that with 1 no task is asked for before the one before it is done with. What is
 * answered does not wait for tasks that are still to come.
 */
export async function* inOrder<T, R>(
  tasks: AsyncIterable<T> | Iterable<T>,
  start: (task: T) => Promise<R>,
  ahead: () => number,
): AsyncGenerator<Ordered<T, Promise<R>>> {
  const iterator = Symbol.asyncIterator in tasks ? tasks[Symbol.asyncIterator]() : tasks[Symbol.iterator]();
  const begun: Ordered<T, Promise<R>>[] = [];
  let coming: Promise<Coming<T>> | undefined;
  let end: Exclude<Coming<T>, { readonly task: T }> | undefined;
  try {
    for (;;) {
      if (!end && begun.length < ahead()) {
        coming ??= next(iterator);
        const first = await Promise.race([coming, settled(begun[0]?.answer)]);
        if (first) {
          coming = undefined;
          if ('task' in first) begun.push({ task: first.task, answer: quiet(start(first.task)) });
          else end = first;
          continue;
        }
      }
      const first = begun.shift();
      if (first) yield first;
      else break;
    }
  } finally {
    if (!end && !coming) await iterator.return?.();
  }
  if (end && 'error' in end) throw end.error;
}

/** A task, or the end of them, with what it broke down for. */
type Coming<T> = { readonly task: T } | { readonly error: unknown } | { readonly isOver: true };

async function next<T>(iterator: AsyncIterator<T> | Iterator<T>): Promise<Coming<T>> {
  try {
    const { done, value } = await iterator.next();
    return done ? { isOver: true } : { task: value };
  } catch (error) {
    return { error };
  }
}

/** Resolves when an answer is there, whatever it is; never where there is none to wait for. */
const settled = (answer: Promise<unknown> | undefined): Promise<undefined> =>
  new Promise((resolve) => {
    const there = (): void => resolve(undefined);
    answer?.then(there, there);
  });

/** An answer that breaks down is told to who asks for it, and before that to nobody. */
function quiet<R>(answer: Promise<R>): Promise<R> {
  answer.catch(() => {});
  return answer;
}
