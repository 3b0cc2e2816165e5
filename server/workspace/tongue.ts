import { promises as fs } from 'node:fs';
import { type Catalogue, speakIn, type Tongue } from '../tongues/tongues';
import { besideThis } from './apart';

/** From now on this process says all in a tongue. */
export const speakHere = (tongue: Tongue): Promise<void> => speakIn(tongue, catalogueBeside);

async function catalogueBeside(tongue: Tongue): Promise<Catalogue> {
  return JSON.parse(await fs.readFile(besideThis(`tongues/${tongue}.json`), 'utf8'));
}
