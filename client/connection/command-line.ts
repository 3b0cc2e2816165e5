import { type ExtensionContext, env } from 'vscode';

/** A process of the command line that the extension brings; it needs no Node and no `nianbao` on the machine. */
export interface CommandLine {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The command line with these arguments, started by what runs the extension itself. */
export const commandLineOf = (context: ExtensionContext, args: readonly string[]): CommandLine => ({
  command: process.execPath,
  args: [context.asAbsolutePath('dist/cli.js'), ...args],
  // What runs the extension on a desktop is Electron, which is Node only where it is told so.
  env: { ELECTRON_RUN_AS_NODE: '1' },
});

/** The tongue of the editor, for `--locale`; as in the editor, English where it is another than those there are. */
export const localeHere = (): string => (/^zh\b/iu.test(env.language) ? env.language : 'en');
