import { speaks } from '../support/tongue';

speaks({
  language: 'en',
  category: 'Nianbao',
  checkWorkspace: 'Check Workspace',
  firstStep: 'Paste or open a report and know at once whether it is right',
  reading: 'Figures of the tables 200',
  exported: (name) => `Exported ${name}`,
  open: 'Open',
  finding: /[Rr]ow 「予以公开」/u,
  hover: /^\*\*Table three .*\n\n✗ total of the row: /u,
});
