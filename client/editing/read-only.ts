import { CodeAction } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { isReadOnly } from '../editor/read-only';

/** Of what is offered at a place of a document that is only read, keeps what changes nothing in it. */
export const leavingReadOnly: Middleware = {
  async provideCodeActions(document, range, context, token, next) {
    const offered = await next(document, range, context, token);
    if (!offered || !(await isReadOnly(document))) return offered;
    return offered.filter((action) => !(action instanceof CodeAction && action.edit));
  },
};
