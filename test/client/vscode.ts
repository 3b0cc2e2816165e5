// What the client's texts need of VS Code, for tests that run without it.
import chinese from '../../l10n/bundle.l10n.zh-cn.json';

type Bundle = Readonly<Record<string, string>>;

let bundle: Bundle = chinese;

/** From now on texts are those of a bundle; without one they are English, as in VS Code. */
export function speak(next: Bundle = {}): void {
  bundle = next;
}

export const l10n = {
  t: (key: string, ...values: readonly (string | number)[]): string =>
    (bundle[key] ?? key).replace(/\{(\d+)\}/gu, (place, index) => String(values[index] ?? place)),
};
