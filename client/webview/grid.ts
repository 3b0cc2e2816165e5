// The figures of a drawn table are gone through with the arrow keys, once the table has the focus.

/** The figures that have a place in the text. */
export const cells = 'table.form td[data-at]';

/** Across and along: what is straight ahead comes before what is only near. */
type Steps = Readonly<
  Record<string, (from: DOMRect, to: DOMRect) => readonly [ahead: number, aside: number]>
>;

const asideOf = (from: number, start: number, end: number): number => Math.max(0, start - from, from - end);

const across = (from: DOMRect, { top, bottom }: DOMRect): number =>
  asideOf((from.top + from.bottom) / 2, top, bottom);
const along = (from: DOMRect, { left, right }: DOMRect): number =>
  asideOf((from.left + from.right) / 2, left, right);

const steps: Steps = {
  ArrowRight: (from, to) => [to.left - from.right, across(from, to)],
  ArrowLeft: (from, to) => [from.left - to.right, across(from, to)],
  ArrowDown: (from, to) => [to.top - from.bottom, along(from, to)],
  ArrowUp: (from, to) => [from.top - to.bottom, along(from, to)],
};

/** Takes the focus to the figure that a key leads to; leaves the key what it is where there is none. */
export function moveByKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement)) return;
  const next = isTable(target)
    ? steps[key] && target.querySelector<HTMLElement>(cells)
    : target.matches(cells)
      ? leadFrom(target, key)
      : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const isTable = (element: Element): boolean => element.matches('.scroll');

/** The figure beside one, or the table around it for who leaves it. */
function leadFrom(cell: HTMLElement, key: string): HTMLElement | undefined {
  const table = cell.closest<HTMLElement>('.scroll');
  if (key === 'Escape') return table ?? undefined;
  const step = steps[key];
  if (!table || !step) return undefined;
  const from = cell.getBoundingClientRect();
  const all = [...table.querySelectorAll<HTMLElement>(cells)].flatMap((element) => {
    const [ahead, aside] = step(from, element.getBoundingClientRect());
    // Borders lie upon each other.
    return element !== cell && ahead > -2 && (aside === 0 || /Up|Down/u.test(key))
      ? [{ element, distance: ahead + 2 * aside }]
      : [];
  });
  return all.sort((a, b) => a.distance - b.distance)[0]?.element;
}
