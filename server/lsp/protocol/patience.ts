/** How long the client may take to answer what work waits for. Editors take some milliseconds, one that starts a second or two. */
const patienceMs = 5_000;

/**
 * What the client answers; `instead` where it has not answered within five seconds or cannot, so that a client that never does keeps no
 * report unchecked. `late` is called when an answer comes after that.
 */
export async function patient<T>(request: Promise<T>, instead: T, late?: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let isLate = false;
  const waited = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      isLate = true;
      resolve(instead);
    }, patienceMs);
  });
  const answered = request.then(
    (value) => {
      if (isLate) late?.();
      return value;
    },
    () => instead,
  );
  return Promise.race([answered, waited]).finally(() => clearTimeout(timer));
}
