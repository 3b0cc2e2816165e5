import type { Uri } from 'vscode';

/** The name of a file without its folder. */
export const baseName = ({ path }: Pick<Uri, 'path'>): string => path.slice(path.lastIndexOf('/') + 1);
