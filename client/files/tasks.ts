import {
  type Disposable,
  type ExtensionContext,
  l10n,
  ProcessExecution,
  Task,
  type TaskDefinition,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { commandLineOf, localeHere } from '../connection/command-line';

/** As the manifest has it under `taskDefinitions`. */
interface Definition extends TaskDefinition {
  readonly type: typeof type;
  /** Checks again after every change, until it is ended. */
  readonly watch?: boolean;
  /** More of the command line: options, and which files and folders; all of the folder where there are none. */
  readonly arguments?: readonly string[];
}

const type = 'nianbao';
const matcher = '$nianbao';

/** Offers to check a folder as a task, once or after each change, with the command line that the extension brings. */
export const offerTasks = (context: ExtensionContext): Disposable =>
  tasks.registerTaskProvider(type, {
    provideTasks: () =>
      foldersOnDisk().flatMap((folder) =>
        [false, true].map((watch) => taskOf(context, { type, watch }, folder)),
      ),
    resolveTask({ definition, scope }) {
      const folder = typeof scope === 'object' ? scope : foldersOnDisk()[0];
      return folder && taskOf(context, definition as Definition, folder);
    },
  });

const foldersOnDisk = (): readonly WorkspaceFolder[] =>
  (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');

function taskOf(context: ExtensionContext, definition: Definition, folder: WorkspaceFolder): Task {
  const { watch = false, arguments: own = ['.'] } = definition;
  const name = watch ? l10n.t('Check reports, and again after each change') : l10n.t('Check reports');
  const options = ['--format', 'github', '--locale', localeHere(), ...(watch ? ['--watch'] : [])];
  const { command, args, env } = commandLineOf(context, ['check', ...options, ...own]);
  const run = new ProcessExecution(command, [...args], { cwd: folder.uri.fsPath, env: { ...env } });
  const task = new Task(definition, folder, name, type, run, matcher);
  task.isBackground = watch;
  return task;
}
