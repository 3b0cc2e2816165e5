import { serveReading } from './documents/program';
import { readXls } from './documents/sheets/xls';

// A program of its own, as that for PDF: a workbook that was made to fill the memory is ended from outside.

serveReading(readXls);
