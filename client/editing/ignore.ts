import { ConfigurationTarget, l10n, Uri, workspace } from 'vscode';
import type { IgnoreParams } from '../../server/lsp/messages/messages';
import { inform } from '../editor/say';

/** Turns a rule off in the settings, for a document or for its workspace, and offers to undo that. */
export async function ignoreRule({ rule, name, uri, scope }: IgnoreParams): Promise<void> {
  const resource = Uri.parse(uri, true);
  const [section, target] = scope === 'file' ? fileTarget(resource) : workspaceTarget();
  const settings = workspace.getConfiguration('nianbao', resource);
  const before = valueAt(settings.inspect<object>(section), target);
  const after = scope === 'file' ? withFile(before, resource, rule) : { ...before, [rule]: 'off' };
  await settings.update(section, after, target);
  const undo = l10n.t('Undo');
  const done =
    scope === 'file'
      ? l10n.t('Rule “{0}” is off for this file (setting nianbao.{1}).', name, section)
      : l10n.t('Rule “{0}” is off for the workspace (setting nianbao.{1}).', name, section);
  // Whether it is undone is not waited for: the rule is off.
  void inform(done, undo).then((answer) =>
    answer === undo ? settings.update(section, before, target) : undefined,
  );
}

type Target = readonly [section: string, target: ConfigurationTarget];

/** A file outside of all folders can be named in the user's settings only. */
const fileTarget = (resource: Uri): Target => [
  'ignore',
  workspace.getWorkspaceFolder(resource) ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Global,
];

const workspaceTarget = (): Target => [
  'rules',
  workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
];

type Inspected = {
  readonly globalValue?: object;
  readonly workspaceValue?: object;
  readonly workspaceFolderValue?: object;
};

function valueAt(inspected: Inspected | undefined, target: ConfigurationTarget): object | undefined {
  if (target === ConfigurationTarget.Global) return inspected?.globalValue;
  if (target === ConfigurationTarget.Workspace) return inspected?.workspaceValue;
  return inspected?.workspaceFolderValue;
}

function withFile(before: object | undefined, resource: Uri, rule: string): object {
  const folder = workspace.getWorkspaceFolder(resource)?.uri.path;
  const path = folder === undefined ? resource.path.split('/').at(-1) : resource.path.slice(folder.length);
  // What means something in a glob stands for itself in a name.
  const glob = (path ?? '').replace(/^\//u, '').replace(/[\\*?[\]{}()!+@|]/gu, '\\$&');
  const named: unknown = (before as Readonly<Record<string, unknown>> | undefined)?.[glob];
  const rules = Array.isArray(named) ? named : named === undefined ? [] : [named];
  return { ...before, [glob]: [...new Set([...rules, rule])] };
}
