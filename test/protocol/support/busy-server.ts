import { here, serve } from '../../../server/lsp/serve';
import { rules } from '../../../server/rules/all';

// A server that is busy for ever once it is to check anything: its first rule never ends, and nothing stops it.
const [rule] = rules;
if (!rule) throw new Error('there are rules');
Object.assign(rule, {
  check: () => {
    for (;;);
  },
});
serve({ ...here, limit: (work) => work() });
