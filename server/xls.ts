import { parentPort, workerData } from 'node:worker_threads';
import { UnreadableDocument } from './documents/unreadable';
import { readXls } from './documents/xls';

// A program of its own, as that for PDF: a workbook that was made to fill the memory is ended from outside.

try {
  parentPort?.postMessage(readXls(workerData as Uint8Array));
} catch (error) {
  if (!(error instanceof UnreadableDocument)) throw error;
  const { reason, remedy } = error;
  parentPort?.postMessage({ reason, remedy });
}
