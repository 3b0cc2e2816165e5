const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** How laws number an article from 1 to 199: 第三十三条. */
export function ordinal(article: number): string {
  const hundred = article >= 100 ? '一百' : '';
  const tens = Math.floor((article % 100) / 10);
  const ten = tens === 0 ? '' : `${tens === 1 && !hundred ? '' : digits[tens]}十`;
  const zero = hundred && tens === 0 && article % 10 > 0 ? '零' : '';
  return `第${hundred}${zero}${ten}${digits[article % 10]}条`;
}
