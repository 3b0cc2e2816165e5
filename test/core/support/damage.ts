import { cellDamages } from './damage/cells';
import { characterDamages } from './damage/characters';
import type { Damage } from './damage/damage';
import { labelDamages } from './damage/labels';
import { lineDamages } from './damage/lines';
import { lossDamages } from './damage/losses';

/** All kinds of damage that reports are given in tests, in the order in which several of them are done. */
export const damages: readonly Damage[] = [
  ...labelDamages,
  ...cellDamages,
  ...lossDamages,
  ...lineDamages,
  ...characterDamages,
];

/** The damage called `id`; throws where there is none. */
export function damageCalled(id: string): Damage {
  const found = damages.find((each) => each.id === id);
  if (!found) throw new Error(`no damage ${id}`);
  return found;
}
