import { type Catalogue, speakIn, type Tongue } from '../../tongues/tongues';

/** What a web worker has, as far as it can fetch. */
interface Scope {
  readonly fetch: (address: string) => Promise<{ readonly ok: boolean; json(): Promise<Catalogue> }>;
}

/** From now on this worker says all in a tongue, whose catalogue lies with the programs; rejects where it cannot be had. */
export function speakAt(tongue: Tongue, programs: string | undefined): Promise<void> {
  const { fetch } = globalThis as unknown as Scope;
  return speakIn(tongue, async () => {
    const address = `${programs}/tongues/${tongue}.json`;
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address);
    return answer.json();
  });
}
