import type { Finding } from '../../../server/report/finding';

/** A finding that says nothing, for tests of what is made of findings. */
export const madeUp: Finding = {
  rule: 'made-up',
  severity: 'warning',
  hard: false,
  message: '',
  span: { start: 0, end: 0 },
  related: [],
  cells: [],
  equations: [],
  repairs: [],
};
