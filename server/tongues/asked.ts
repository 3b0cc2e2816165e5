/**
 * What `--locale` says among the arguments of a program, before what stands behind `--`, and the other arguments. Undefined where it is not
 * there, empty where it has no value.
 */
export function localeIn(args: readonly string[]): {
  readonly locale: string | undefined;
  readonly others: readonly string[];
} {
  const end = args.indexOf('--');
  const options = args.slice(0, end < 0 ? args.length : end);
  let locale: string | undefined;
  const others = options.filter((arg, at) => {
    if (arg === name) locale = options[at + 1] ?? '';
    else if (arg.startsWith(`${name}=`)) locale = arg.slice(name.length + 1);
    else return options[at - 1] !== name;
    return false;
  });
  return { locale, others: [...others, ...args.slice(options.length)] };
}

const name = '--locale';
