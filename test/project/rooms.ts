/** The rooms of server/ in the order in which a text flows through them; each may import those before it. */
export const rooms = [
  'text',
  'tongues',
  'documents',
  'form',
  'report',
  'parse',
  'census',
  'rules',
  'repair',
  'analysis',
  'features',
  'export',
  'workspace',
  'agents',
  'lsp',
  'cli',
  'mcp',
  'pdf',
  'xls',
  'main',
  'web',
] as const;

export type Room = (typeof rooms)[number];

/** Rooms that may import less than all that stand before them. */
export const restricted: Partial<Readonly<Record<Room, readonly Room[]>>> = {
  text: [],
  tongues: ['text'],
  documents: ['text', 'tongues'],
  pdf: ['documents'],
  xls: ['documents'],
  form: [],
  rules: ['text', 'form', 'report'],
};

/** The rooms that touch the world; all others run in a browser too. */
export const outward: readonly Room[] = ['workspace', 'lsp', 'cli', 'mcp', 'pdf', 'xls', 'main', 'web'];

/** The room of a file of server/, or undefined for any other file. analysis.ts, cli.ts and main.ts put rooms together. */
export function roomOf(file: string): Room | undefined {
  const name = /^server\/(\w+)/u.exec(file)?.[1];
  return rooms.find((room) => room === name);
}

/** The rooms inside a crowded one, in order: each imports those before it; files that lie beside them put them together. */
export const inner: Readonly<Record<string, readonly string[]>> = {
  'server/documents': ['lines', 'containers', 'word', 'writing', 'doc', 'sheets', 'pdf'],
  'server/parse': ['view', 'lexicon', 'tokens', 'outline', 'rows', 'cells', 'narrative'],
  'server/parse/narrative': [
    'words',
    'clauses',
    'scope',
    'quantities',
    'enumerations',
    'claims',
    'parts',
    'shares',
    'trends',
  ],
  'server/features': ['places', 'explaining', 'showing', 'mending', 'writing'],
  'server/lsp': ['messages', 'protocol', 'machine', 'documents', 'answers', 'publishing'],
  'server/cli': ['streams', 'arguments', 'files', 'processes', 'checking', 'exporting', 'fixing'],
  client: [
    'webview',
    'editor',
    'connection',
    'recognition',
    'encoding',
    'editing',
    'views',
    'files',
    'agents',
  ],
};
