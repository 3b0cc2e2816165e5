/**
 * Keeps what was worked out for the `most` keys that were asked about last: for what is asked about the same words in one version of a
 * document after the other. A key tells all that the answer depends on; an answer is given again as it is, and is not to be changed.
 */
export function recent<T>(most: number): (key: string, work: () => T) => T {
  const answers = new Map<string, T>();
  return (key, work) => {
    const answer = answers.has(key) ? (answers.get(key) as T) : work();
    // Set anew it is the last.
    answers.delete(key);
    answers.set(key, answer);
    const [oldest] = answers.keys();
    if (answers.size > most && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}
