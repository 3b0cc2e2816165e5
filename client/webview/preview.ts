// The script of the preview: draws what it is told, and keeps in step with the text.
import { cells, moveByKey } from './grid';
import type { FromPreview, ToPreview } from './messages';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPreview): void;
  setState(uri: string): void;
};

const editor = acquireVsCodeApi();
const report = document.getElementById('report');
const style = document.getElementById('style');
/** What is read out when the verdict has become another. */
const said = document.getElementById('said');
/** Where the Tab key stops: at what was found or compared and not at every cell; a click leads into the text from anywhere. */
const stops = 'h2[data-at], .claim, tr[data-at], td.error, td.warning, td.information';
/** Scrolling that was asked for is no news. */
const leadMs = 400;
let ledAt = 0;
/** Where the cursor of the text is; undefined as long as that is not known. */
let cursor: Place['from'] | undefined;

interface Place {
  readonly from: readonly [line: number, character: number];
  readonly to: readonly [line: number, character: number];
}

function placeOf(element: Element): Place {
  const [line = 0, character = 0, endLine = 0, end = 0] = (element.getAttribute('data-at') ?? '')
    .split(/[:-]/u)
    .map(Number);
  return { from: [line, character], to: [endLine, end] };
}

const placed = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-at]')];

const isBefore = (a: Place['from'], b: Place['from']): boolean =>
  a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);

function draw(html: string, css: string): void {
  if (!report || !style) return;
  const { scrollY } = window;
  if (css !== '' && style.textContent !== css) style.textContent = css;
  report.innerHTML = html;
  for (const element of document.querySelectorAll<HTMLElement>(cells)) element.tabIndex = -1;
  for (const element of document.querySelectorAll<HTMLElement>(stops)) element.tabIndex = 0;
  for (const claim of document.querySelectorAll('.claim')) claim.setAttribute('role', 'link');
  window.scrollTo({ top: scrollY });
  if (cursor) mark(cursor);
  readOut();
}

/** Who hears the page is told of the verdict once it is another, and not at every key. */
function readOut(): void {
  const verdicts = [...document.querySelectorAll('.verdict')];
  const words = verdicts.map((each) => each.getAttribute('aria-label') ?? each.textContent).join(' ');
  if (said && said.textContent !== words) said.textContent = words;
}

/** Marks what stands at the cursor: of what holds it the last, which is the innermost. Answers it, or else what stands before. */
function mark(at: Place['from']): HTMLElement | undefined {
  const before = placed()
    .map((element) => ({ element, ...placeOf(element) }))
    .filter(({ element, from }) => isBefore(from, at) && element.closest('.checks') === null);
  const innermost = before.filter(({ to }) => isBefore(at, to)).at(-1);
  for (const element of document.querySelectorAll('.here')) element.classList.remove('here');
  innermost?.element.classList.add('here');
  // The label of a row is drawn by the form and has no place of its own: the figures above it are near.
  const nearest = before.reduce(
    (last, each) => (last && isBefore(each.from, last.from) ? last : each),
    innermost ?? before[0],
  );
  return (innermost ?? nearest)?.element;
}

function point(at: Place['from']): void {
  const isFirst = cursor === undefined;
  cursor = at;
  const element = mark(at);
  ledAt = Date.now();
  // Who opens it in the midst of a text wants to see that.
  if (at[0] > 0 || !isFirst) element?.scrollIntoView({ block: isFirst ? 'center' : 'nearest' });
}

function scrollToLine(line: number): void {
  const next = placed().find(
    (element) => placeOf(element).from[0] >= line && element.closest('.checks') === null,
  );
  ledAt = Date.now();
  if (line === 0) window.scrollTo({ top: 0 });
  else next?.scrollIntoView({ block: 'start' });
}

window.addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  if (data.kind === 'show') {
    editor.setState(data.uri);
    draw(data.html, data.style);
  } else if (data.kind === 'point') point([data.line, data.character]);
  else scrollToLine(data.line);
});

const go = (target: EventTarget | null): void => {
  const at = target instanceof Element ? target.closest('[data-at]')?.getAttribute('data-at') : undefined;
  if (at) editor.postMessage({ kind: 'go', at });
};
document.addEventListener('click', ({ target }) => go(target));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') go(event.target);
  else moveByKey(event);
});

document.addEventListener('scroll', () => {
  if (Date.now() - ledAt < leadMs) return;
  const first = placed().find((element) => element.getBoundingClientRect().top >= 0);
  if (first && first.closest('.checks') === null)
    editor.postMessage({ kind: 'scrolled', line: placeOf(first).from[0] });
});

editor.postMessage({ kind: 'ready' });
