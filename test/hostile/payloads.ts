/** What drives a terminal, or makes a text look other than it is, by what it is. */
export const payloads: Readonly<Record<string, string>> = {
  'a colour': '\x1b[31;1mRED\x1b[0m',
  'a cleared screen': '\x1b[2J\x1b[H',
  'a title of the window': '\x1b]0;owned\x07',
  'a link': '\x1b]8;;https://example.com\x1b\\here\x1b]8;;\x1b\\',
  'a clipboard': '\x1b]52;c;b3duZWQ=\x07',
  'a string for the device': '\x1bP$q"p\x1b\\',
  'a command of one byte': '\x9b2J\x9d0;x\x9c',
  'a line written over': 'wrong\roverwritten\x08\x08',
  'a bell and a deletion': '\x07\x7f',
  'a turned direction': '\u202ereversed\u202c\u2066isolated\u2069\u061c',
  'tags that nobody sees': '\u{e0001}\u{e0068}\u{e0069}\u{e007f}',
  'ends of lines that are none': '\u2028\u2029\x85\x0b\x0c',
  'halves of characters': '\ud83d and \ude00',
  'all controls': String.fromCharCode(
    ...Array.from({ length: 0x20 }, (_, code) => code).filter((code) => code > 0 && code !== 10),
    ...Array.from({ length: 0x21 }, (_, index) => 0x7f + index),
  ),
};

/** Characters that no output for people may have, but for what ends its lines. */
export const driving = /[^\P{Cc}\n]|[\p{Bidi_Control}\u2028\u2029\u{e0000}-\u{e007f}]/u;

/** The same where tabs are part of what is told, as in a patch. */
export const drivingButTabs = /[^\P{Cc}\n\t]|[\p{Bidi_Control}\u2028\u2029\u{e0000}-\u{e007f}]/u;

/** What does something, loads something or leads somewhere where it is taken for markup, by what it is. */
export const markups: Readonly<Record<string, string>> = {
  'an image that runs': '<img src=x onerror=alert(1)>',
  'a script': '<script>alert(1)</script>',
  'the end of a cell and a table': '</td></tr></table><h1 onclick=alert(1)>甲</h1>',
  'the end of an attribute': '" onmouseover="alert(1)" \' onfocus=\'alert(1)',
  'the end of a comment, a style, a title': '--></style></title><iframe src=javascript:alert(1)>',
  entities: '&lt;img src=x onerror=alert(1)&gt;&#60;script&#62;&#x3c;b&#x3e;',
  'a command': '[甲](command:workbench.action.terminal.new)',
  'a command between brackets': '<command:nianbao.restartServer>',
  'a command by name': '[甲][乙] [乙]: command:workbench.action.quit',
  'a picture': '![甲](https://example.com/a.png)',
  'a link with a title': '[12](https://example.com "甲")',
  'a script as a link': '[甲](javascript:alert\\(1\\))<javascript:alert(1)>',
  'addresses alone': 'https://example.com/a www.example.com a@example.com <https://example.com>',
  'a link of SARIF': '[甲](1) 甲](https://example.com) {0}',
  'placeholders of SARIF': '{0} {1}{{2}} {甲} }{',
  marks: '**甲** __乙__ ~~丙~~ `丁` # 戊 > 己 | 庚 $(bug) \\',
  'a fence': '~~~\n甲\n```\n乙',
  'stops of a snippet': `\${1:甲} $0 \${TM_FILENAME} \`!v\``,
};
