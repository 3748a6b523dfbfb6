import type { WordsOnDemand } from '../../catalogue.ts';
import { controls } from '../../en/controls.ts';
import { pseudo } from '../../pseudo.ts';

export const catalogue: WordsOnDemand = {
  controls: pseudo(controls),
};
