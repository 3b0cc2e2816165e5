import { version } from '../../package.json';

/** What wrote a document: for who has to know which version read the reports. */
export const generator = { name: 'nianbao', version } as const;
