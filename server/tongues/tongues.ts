import { speak, type Translate } from '../text/say';
import { toEnglish } from './english';
import { toTraditional } from './traditional';

/** The tongues that readers are spoken to in; the first is the one that all is written in. */
export const tongues = ['zh-CN', 'zh-TW', 'en'] as const;

export type Tongue = (typeof tongues)[number];

/** What a tongue has of our texts, a file of its own that lies beside the programs (scripts/tongues/catalogues.mjs). */
export interface Catalogue {
  readonly texts: Readonly<Record<string, string>>;
  /** Pairs of characters: what each becomes in a text that is not among them. */
  readonly characters?: string;
}

/** The tongue for who asks for a language by its BCP 47 tag: English for who asks for one that there is not. */
export function tongueOf(tag = 'zh-CN'): Tongue {
  const [language = '', ...rest] = tag.toLowerCase().split(/[-_]/u);
  if (language !== 'zh') return 'en';
  return rest.some((part) => traditional.has(part)) ? 'zh-TW' : 'zh-CN';
}

/** The tongue that somebody has written by hand; undefined for what is a tag of none of them. */
export function tongueCalled(tag: string): Tongue | undefined {
  const [language = ''] = tag.toLowerCase().split(/[-_]/u);
  return language === 'zh' || language === 'en' ? tongueOf(tag) : undefined;
}

const traditional: ReadonlySet<string> = new Set(['hant', 'tw', 'hk', 'mo']);

/** A tongue with all that it takes, as another thread can be told of it. */
export interface Spoken {
  readonly tongue: Tongue;
  readonly catalogue?: Catalogue | undefined;
}

let current: Spoken = { tongue: 'zh-CN' };

/** How all is said now. */
export const spoken = (): Spoken => current;

/** The tongue that all is said in now. */
export const tongue = (): Tongue => current.tongue;

/** From now on all is said so. */
export function speakAs(next: Spoken): void {
  const { tongue, catalogue } = next;
  speak(catalogue && translators[tongue]?.(catalogue));
  current = next;
}

/** From now on all is said in a tongue; its catalogue is asked for only where it is another than now. Rejects, and changes nothing, where there is none. */
export async function speakIn(
  tongue: Tongue,
  catalogueOf: (tongue: Tongue) => Promise<Catalogue>,
): Promise<void> {
  if (tongue === current.tongue) return;
  speakAs({ tongue, catalogue: translators[tongue] && (await catalogueOf(tongue)) });
}

const translators: Readonly<Record<Tongue, ((catalogue: Catalogue) => Translate) | undefined>> = {
  'zh-CN': undefined,
  'zh-TW': toTraditional,
  en: toEnglish,
};
