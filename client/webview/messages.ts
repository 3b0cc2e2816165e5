/** What the extension tells the preview: what to draw, where the cursor is, which line is the first in sight. */
export type ToPreview =
  | { readonly kind: 'show'; readonly uri: string; readonly html: string; readonly style: string }
  | { readonly kind: 'point'; readonly line: number; readonly character: number }
  | { readonly kind: 'scroll'; readonly line: number };

/** What the preview tells: that it listens, what was clicked (`data-at` of the page), which line it was scrolled to. */
export type FromPreview =
  | { readonly kind: 'ready' }
  | { readonly kind: 'go'; readonly at: string }
  | { readonly kind: 'scrolled'; readonly line: number };
