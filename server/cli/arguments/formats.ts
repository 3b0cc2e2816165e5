/** How findings are written, the usual way first. */
export const formats = ['text', 'json', 'sarif', 'html', 'github', 'gitlab'] as const;

export type Format = (typeof formats)[number];
