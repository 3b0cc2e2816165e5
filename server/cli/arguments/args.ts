import { type ParseArgsConfig, parseArgs } from 'node:util';
import { listed, say } from '../../text/say';
import { localeIn } from '../../tongues/asked';
import { type Tongue, tongueCalled, tongues } from '../../tongues/tongues';
import type { Notice } from '../../workspace/demands';
import { Failure } from '../../workspace/failure';
import { type CommandName, commands, optionsOf } from './commands';

/** What the caller asked for. */
export interface Call {
  readonly command: CommandName | 'help' | 'version';
  /** The command that help is asked for. */
  readonly about?: CommandName;
  readonly operands: readonly string[];
  /** The paths that `--files-from` lists, once it was read. */
  readonly listed?: readonly string[];
  /** What `--demands` states, once it was read. */
  readonly notices?: readonly Notice[];
  /** Switches that were given. */
  readonly switches: ReadonlySet<string>;
  /** Options with a value; those with a default always have one. */
  readonly values: Readonly<Record<string, string>>;
}

const none = { operands: [], switches: new Set<string>(), values: {} };

/** The tongue that is asked for, that of the form where none is, and the arguments without it; throws a Failure for one that there is not. */
export function tongueIn(args: readonly string[]): {
  readonly tongue: Tongue;
  readonly others: readonly string[];
} {
  const { locale, others } = localeIn(args);
  if (locale === undefined) return { tongue: tongues[0], others };
  return { tongue: tongueCalled(locale) ?? allowed('locale', locale, tongues), others };
}

/** Reads the arguments, those without `--locale`; throws a Failure that names what is unknown, missing or too much. */
export function readArgs(args: readonly string[]): Call {
  const [first, ...rest] = args;
  if (first === undefined || first === '--help' || first === '-h') return { command: 'help', ...none };
  if (first === 'help') return helpOn(rest);
  if (first === '--version' || first === '-v') return { command: 'version', ...none };
  if (!isCommand(first)) {
    throw new Failure(
      first.startsWith('-') ? say`没有选项 ${first}` : say`没有命令 ${first}；nianbao --help 列出全部命令`,
    );
  }
  const { values, positionals } = parse(first, rest);
  if (values.help) return { command: 'help', about: first, ...none };
  if (positionals.length > commands[first].most)
    throw new Failure(say`多余的参数 ${positionals[commands[first].most] ?? ''}`);
  return { command: first, operands: positionals, ...sorted(first, values) };
}

/** `nianbao help check` is `nianbao check --help`. */
function helpOn([about, ...others]: readonly string[]): Call {
  if (about === undefined || about === '--help' || about === '-h') return { command: 'help', ...none };
  if (!isCommand(about)) throw new Failure(say`没有命令 ${about}；nianbao --help 列出全部命令`);
  if (others[0] !== undefined) throw new Failure(say`多余的参数 ${others[0]}`);
  return { command: 'help', about, ...none };
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

function parse(name: CommandName, args: string[]) {
  const options: ParseArgsConfig['options'] = { help: { type: 'boolean', short: 'h' } };
  for (const [option, { values }] of optionsOf(name))
    options[option] = { type: values ? 'string' : 'boolean' };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Failure(translated(error));
  }
}

/** Says in Chinese what parseArgs found wrong; its messages put the option's name first, in quotes. */
function translated(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const option = /'(?:-\w, )?(--?[^\s']+)/.exec(message)?.[1] ?? message;
  if (/^Unknown option/.test(message)) return say`没有选项 ${option}`;
  return /does not take an argument/.test(message) ? say`选项 ${option} 不带值` : say`选项 ${option} 缺少值`;
}

function sorted(
  name: CommandName,
  given: Readonly<Record<string, unknown>>,
): Pick<Call, 'switches' | 'values'> {
  const switches = new Set<string>();
  const values: Record<string, string> = {};
  for (const [option, { values: known }] of optionsOf(name)) {
    const value = given[option];
    if (value === true) switches.add(option);
    else if (typeof value === 'string') {
      values[option] = typeof known === 'object' ? allowed(option, value, known) : filled(option, value);
    } else if (typeof known === 'object') values[option] = known[0] ?? '';
  }
  return { switches, values };
}

/** A value that an option has; throws a Failure for an empty one. */
function filled(option: string, value: string): string {
  if (value === '') throw new Failure(say`选项 --${option} 缺少值`);
  return value;
}

/** One of the values that an option takes; throws a Failure for any other. */
function allowed<T extends string>(option: string, value: string, values: readonly T[]): T {
  const own = values.find((each) => each === filled(option, value));
  if (own === undefined) throw new Failure(say`选项 --${option} 没有值 ${value}，可用：${listed(values)}`);
  return own;
}
