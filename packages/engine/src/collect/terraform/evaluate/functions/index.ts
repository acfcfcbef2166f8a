import { collection } from './collection.ts';
import { conversion } from './conversion.ts';
import { date } from './date.ts';
import type { Table } from './definition.ts';
import { encoding } from './encoding.ts';
import { filesystem } from './filesystem.ts';
import { hash } from './hash.ts';
import { network } from './network.ts';
import { numeric } from './numeric.ts';
import { sets } from './sets.ts';
import { string } from './string.ts';

/** All functions of Terraform 1.11 but `try`, `can` and `type`, which look at expressions rather than values. */
export const FUNCTIONS: Table = {
  ...collection,
  ...conversion,
  ...date,
  ...encoding,
  ...filesystem,
  ...hash,
  ...network,
  ...numeric,
  ...sets,
  ...string,
};
