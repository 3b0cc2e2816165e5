/** Bytes as messages can carry them, in Base64; in pieces, for a call takes only so many arguments. */
export function base64Of(bytes: Uint8Array): string {
  const piece = 8192;
  let characters = '';
  for (let at = 0; at < bytes.length; at += piece)
    characters += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(characters);
}

/** The bytes that a message carries. Throws where it carries none. */
export function bytesOf(base64: string): Uint8Array {
  // Of null it would decode the word, which is Base64.
  if (typeof base64 !== 'string') throw new TypeError('no Base64');
  return Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
}
