import process from 'node:process';
import { serve } from './lsp/serve';
import { localeIn } from './tongues/asked';
import { tongueCalled } from './tongues/tongues';
import { speakHere } from './workspace/tongue';

// Who starts it by hand may say what it speaks; clients say so themselves, and are heard rather than that.
const { locale } = localeIn(process.argv.slice(2));
const asked = tongueCalled(locale ?? '');
if (asked) void speakHere(asked).then(() => serve());
else serve();
