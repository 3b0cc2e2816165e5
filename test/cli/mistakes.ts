/** What is wrong with these, and what is said of it in English. */
export const mistakes: readonly (readonly [line: string, said: string])[] = [
  ['audit', 'there is no command audit; nianbao --help lists them all'],
  ['--strict', 'there is no option --strict'],
  ['check --strict a.txt', 'there is no option --strict'],
  ['check a.txt --format', 'option --format needs a value'],
  [
    'check --format=xml a.txt',
    'option --format does not take xml; use one of text, json, sarif, html, github, gitlab',
  ],
  ['fix --write=yes a.txt', 'option --write takes no value'],
  ['rules row-total more', 'one argument too many: more'],
  ['check', 'no file or folder is given'],
  ['check none.txt', 'none.txt: no such file or folder'],
  ['check none/*.txt', 'none: no such file or folder'],
  ['check *.none', '*.none: no file matches'],
  [
    'check cut.docx',
    'cut.docx: is incomplete: perhaps not downloaded to its end, or not saved well; not checked, nothing changed. Open it in Word or WPS and save it as .docx',
  ],
  [
    'check empty.docx',
    'empty.docx: is empty (0 bytes); not checked, nothing changed. Save it again from the program that it comes from',
  ],
  [
    'check cut.pdf',
    'cut.pdf: was cut off: its end is missing; not checked, nothing changed. Download it again, or save it again from the program that it comes from',
  ],
  [
    'check a.rtf',
    'a.rtf: is an RTF document, which cannot be read; not checked, nothing changed. Save it as .docx with Word or WPS',
  ],
  [
    'check wide.txt',
    'wide.txt: is text in UTF-32, which cannot be read; not checked, nothing changed. Save it as UTF-8 with a text editor',
  ],
  [
    'check bytes.txt',
    'bytes.txt: is no text; not checked, nothing changed. Open it with the program that wrote it, and see whether it is damaged',
  ],
  ['check --jobs 0 a.txt', 'option --jobs takes a whole number from 1 to 256, or auto; not 0'],
  ['check --time-limit x a.txt', 'option --time-limit takes a number of seconds, not x'],
  [
    'check --parts list.json a.txt',
    'list.json: should be a JSON object such as {"agency": ["agency below it", "pattern"]}',
  ],
  ['check --demands demands.json a.txt', 'demands.json: notices[0].sections does not take b'],
  ['check --rules row-total=loud a.txt', 'the level of rule row-total should be one of'],
  ['check --watch -', 'standard input cannot be used with --watch'],
  ['export --to docx a.txt', 'to export docx, name the folder to write into with --out'],
  ['export --flat --long a.txt', 'option --flat cannot be used with --long'],
  ['fix --write -', 'standard input cannot be rewritten with --write'],
  ['rules none', 'there is no rule none; nianbao rules lists them all'],
  ['lsp', 'lsp needs the option --stdio'],
];
