import { parentPort, workerData } from 'node:worker_threads';
import { readPdf } from './documents/pdf/pdf';
import { UnreadableDocument } from './documents/unreadable';

// A program of its own, which is started where a PDF is read: what it takes too long for, or too much memory, is ended from outside.

readPdf(workerData as Uint8Array).then(
  (lines) => parentPort?.postMessage(lines),
  (error: unknown) => {
    if (!(error instanceof UnreadableDocument)) throw error;
    const { reason, remedy } = error;
    parentPort?.postMessage({ reason, remedy });
  },
);
