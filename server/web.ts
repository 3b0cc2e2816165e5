import { serveWorker } from './lsp/serve-worker';

serveWorker();
