// The same suites as on a desktop, but for those that need a user's hands, a disk or a process, which are there only; and what is
// different in a browser.
import '../suite/activation.test';
import '../suite/adoption.test';
import '../suite/agents.test';
import '../suite/check.test';
import '../suite/draft.test';
import '../suite/explain.test';
import '../suite/export.test';
import '../suite/links.test';
import '../suite/mend.test';
import '../suite/notes.test';
import '../suite/sample.test';
import '../suite/saving.test';
import '../suite/showing.test';
import '../suite/totals.test';
import '../suite/workspace.test';
import '../suite/writing.test';
import './browser.test';
