// The script of the preview: draws what it is told, and keeps in step with the text.
import type { FromPreview, ToPreview } from './messages';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPreview): void;
  setState(uri: string): void;
};

const editor = acquireVsCodeApi();
const report = document.getElementById('report');
const style = document.getElementById('style');
/** Where the Tab key stops: at what was found or compared and not at every cell; a click leads into the text from anywhere. */
const stops = 'h2[data-at], .claim, tr[data-at], td.error, td.warning, td.information';
/** Scrolling that was asked for is no news. */
const leadMs = 400;
let ledAt = 0;

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
  for (const element of document.querySelectorAll<HTMLElement>(stops)) element.tabIndex = 0;
  for (const claim of document.querySelectorAll('.claim')) claim.setAttribute('role', 'link');
  window.scrollTo({ top: scrollY });
}

/** Marks what stands at the cursor: of what holds it the last, which is the innermost. */
function point(line: number, character: number): void {
  const at = [line, character] as const;
  const holding = placed().filter((element) => {
    const { from, to } = placeOf(element);
    return isBefore(from, at) && isBefore(at, to) && element.closest('.checks') === null;
  });
  for (const element of document.querySelectorAll('.here')) element.classList.remove('here');
  const innermost = holding.at(-1);
  innermost?.classList.add('here');
  ledAt = Date.now();
  innermost?.scrollIntoView({ block: 'nearest' });
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
  } else if (data.kind === 'point') point(data.line, data.character);
  else scrollToLine(data.line);
});

const go = (target: EventTarget | null): void => {
  const at = target instanceof Element ? target.closest('[data-at]')?.getAttribute('data-at') : undefined;
  if (at) editor.postMessage({ kind: 'go', at });
};
document.addEventListener('click', ({ target }) => go(target));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') go(event.target);
});

document.addEventListener('scroll', () => {
  if (Date.now() - ledAt < leadMs) return;
  const first = placed().find((element) => element.getBoundingClientRect().top >= 0);
  if (first && first.closest('.checks') === null)
    editor.postMessage({ kind: 'scrolled', line: placeOf(first).from[0] });
});

editor.postMessage({ kind: 'ready' });
