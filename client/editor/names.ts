import type { Uri } from 'vscode';

/** The name of a file without its folder. */
export const baseName = ({ path }: Pick<Uri, 'path'>): string => path.slice(path.lastIndexOf('/') + 1);

/** The endings of documents that are shown as text; the manifest's menus and editors name them too. */
export const documentEndings = ['docx', 'doc', 'wps', 'xlsx', 'xls', 'et', 'pdf', 'mht', 'mhtml'] as const;
