import { readPdf } from './documents/pdf/pdf';
import { serveReading } from './documents/program';

// A program of its own, which is started where a PDF is read: what it takes too long for, or too much memory, is ended from outside.

serveReading(readPdf);
