import { type Gap, gapsIn } from '../../../report/gaps';
import { isRowUnwritten } from '../../drafting';
import type { Context } from '../../rule';

/** The rows of the report that lack figures and are not still to be written, in the form's order. */
export const gapsOf = (context: Context): readonly Gap[] =>
  gapsIn(context.report).filter(({ table, reading }) => !isRowUnwritten(context, table, reading.row));
