/** Numbers the stops of a snippet of the Language Server Protocol; what is given for one is there before it is typed over. */
export function createStops(): (content: string) => string {
  let count = 0;
  return (content) => {
    count++;
    return content === '' ? `\${${count}}` : `\${${count}:${content}}`;
  };
}

/** Text that means itself in a snippet. */
export const escaped = (text: string): string => text.replace(/[$}\\]/gu, '\\$&');
