/**
 * The phrases that state a number of the tables, as patterns over the letters of a clause (words/word-classes.ts) in which `n` is the number
 * and `$` an amount of money. A frame that needs a topic holds only where the sentence or paragraph speaks of it.
 */
export interface Frame {
  /** A subject, or `outcome:upheld`, `reason`, `each`: what the reader completes from the context. */
  readonly key: string;
  readonly pattern: RegExp;
  /** Letters of which a phrase must have one for the pattern to fit. */
  readonly letters: string;
  /** `A` applications, `a` these or nothing else, `B` disputes, `F` documents, `J` government rules. */
  readonly topic: 'A' | 'a' | 'B' | 'F' | 'J' | undefined;
  /** False where the words leave open what is counted. */
  readonly firm: boolean;
  /** A noun with its number and no verb. */
  readonly isBare: boolean;
}

// An application by its full name; 申请 again behind it says nothing new. What a phrase may begin with is repeated so often at the most,
// or a clause that says nothing else would be read from each of its words to its end.
const A = 'A[Aa]{0,8}';
// What may follow a number that has its noun before it, or none.
const end = '(?=$|[&tlqTDHs=zS~#/])';

const frame = (
  key: string,
  topic: Frame['topic'],
  letters: string,
  ...patterns: readonly string[]
): Frame => ({
  key,
  topic,
  letters,
  firm: true,
  isBare: false,
  pattern: new RegExp(patterns.join('|')),
});
const loosely = (each: Frame): Frame => ({ ...each, firm: false });
const bare = (each: Frame): Frame => ({ ...each, isBare: true });

const results: readonly (readonly [key: string, letter: string])[] = [
  ['granted', 'G'],
  ['partiallyGranted', 'P'],
  ['refused', 'Q'],
  ['unable', 'U'],
  ['notProcessed', 'K'],
  ['otherwiseProcessed', 'E'],
];
const outcomes: readonly (readonly [key: string, letter: string])[] = [
  ['outcome:upheld', 'u'],
  ['outcome:corrected', 'k'],
  ['outcome:other', 'o'],
  ['outcome:pending', 'p'],
  ['outcome:settled', '7'],
  ['outcome:won', '4'],
];
const papers = [
  ['documents', 'F', '(?<!J&)'],
  ['regulations', 'J', ''],
] as const;
const decisions = [
  ['licenses', 'W'],
  ['penalties', 'Y'],
  ['coercions', 'Z'],
] as const;

/** All frames, the more special before the more general: the first that fits is taken. */
export const frames: readonly Frame[] = [
  // 新收和结转共 9 件: the sum of both.
  frame('received', 'a', 'N', 'N[Aa]*&<?c[Aa]*n'),
  // From year to year.
  frame(
    'carriedForward',
    'a',
    'c',
    'c[HDAaS]*>[HDAaST]*n',
    '>[HDAaS]*c[HDAaST]*n',
    'n[AaSTq]*c[HDAaS]*>',
    '(?<!<)c[HDAa]*n[Aa]*>',
    'n[AaSTq]*>[HDAaS]*c',
  ),
  frame('carriedOver', 'a', 'c', '<[AaHDz]*c[AaHD]*n', 'c[AaHD]*<[AaHD]*n', '^[tsq&]*n[Aaq]*<[Aa]*c'),
  frame('carried', 'A', 'c', `c[HDAa]*n${end}`, '^[tsq&]*n[Aa]*c[HDAa]*$'),
  // 收到的申请中尚有 1 件正在办理.
  frame('carriedForward', undefined, 'p', '^RA[Aa]{0,4}n[aq]*p'),
  frame('carriedForward', 'A', 'p', '^Ra{1,4}n[aq]*p'),
  // Coming in, dealt with, done.
  frame('receivedNew', undefined, 'N', `N${A}n`, `${A}N[Aa]*n${end}`, `Nn${A}`),
  frame('receivedNew', 'A', 'N', `Na?n${end}`, 'Nna'),
  loosely(frame('receivedNew', 'a', 'N', '^nN[Aa]{1,4}$')),
  frame('handled', undefined, 'HD', `R&?[HD]+${A}n`, `H${A}n`, `${A}H[Aa]*n${end}`, `Hn${A}`),
  // 46件申请均已办结: what came in, what was answered, or perhaps some.
  loosely(frame('handled', 'A', 'a', '^na{1,8}q[qHT]{0,8}D')),
  frame(
    'answered',
    undefined,
    'D',
    `(?<![GPQUKEr])D${A}n`,
    `${A}[HDT]*D[Aa]*n${end}`,
    `Dn${A}`,
    `^n${A}q?H*D`,
  ),
  frame('received', undefined, 'RA', `R${A}n`, `${A}R[Aa]*n${end}`, `Rn${A}`),
  // 政府信息公开申请 37 件办结.
  frame('handled', undefined, 'D', `^${A}nH?D$`),
  bare(frame('received', undefined, 'RA', `^${A}n`)),
  loosely(
    frame('received', undefined, 'RA', `RC?[xX&]+l?x?${A}n`, `^x(?:&x){1,4}lx?${A}n`, `^[tsq&]*n${A}$`),
  ),
  frame('carriedForward', 'A', 'p', 'p[Aa]*n', '^[tsq&]*n[Aaq]*p'),
  frame('carriedForward', undefined, 'p', '^[tsq&]*nA[Aa]*p'),
  frame('withdrawn', 'A', 'm', 'm[Aa]*n', '^[tsq&]*n[Aaq]*m'),
  // 不予处理、其他处理均为 0 件: no one else names two of these.
  frame(
    'eachOf',
    undefined,
    'UK',
    '(?:[GPQUKE]&){0,6}[UK](?:&[GPQUKE]){1,6}[DHMAa]{0,4}[=q]n',
    '(?:[GPQUKE]&){1,6}[UK][DHMAa]{0,4}[=q]n',
  ),
  frame('eachOf', 'A', 'GPQUKEr', '[GPQUKEr](?:&[GPQUKEr]){1,8}[DHMAa]{0,4}[=q]n'),
  frame('eachOf', 'A', 'CV', '[CV](?:&[CV]){1,8}[Aa]{0,4}[=q][Aa]{0,4}n'),
  frame('eachRow', 'A', 'r', 'r(?:&?r){1,8}(?:M?[QUK])?[DHMAa]{0,4}[=q]n'),
  // 不予公开、无法提供共 5 件; what is granted wholly or in part is a subject of its own.
  frame(
    'several',
    'A',
    'GPQUKErVC',
    '(?!(?:G&P|P&G)[DHMAa]*n)[GPQUKEr](?:&[GPEr]|(?<!r)&[QUK]){1,8}[DHMAa]*n',
    '[CV](?:&[CV]){1,8}[Aa]*n',
  ),
  // By whom.
  frame('naturalPersons', 'A', 'C', 'C[Aa]*n', '^[tsq&]*n[Aaq]*C'),
  frame('organizations', 'A', 'V', '(?<!C&)V[Aa]*n', '^[tsq&]*n[Aaq]*V', '^[RN][Aa]{1,3}n[aq]*V$'),
  // What became of them.
  frame('reason', 'A', 'r', 'r&?[MSQUKED]*[Aa]*n', '^[tsq&]*n[aq]*r'),
  frame('grantedOrPartially', 'A', 'GP', 'G&[Pg][DAa]*n', '[Pg]&[GP][DAa]*n', 'q&P[DAa]*n'),
  ...results.map(([key, letter]) =>
    frame(key, 'A', letter, `${letter}[DHMAa]*n`, `^[tsq&]*n[Aaq]*${letter}`),
  ),
  loosely(frame('otherwiseProcessed', 'A', 'e', '^[tsq&]*e[DHAa]*n')),
  loosely(frame('granted', 'A', 'g', '^[tsq&]*g[DAa]*n')),
  // A bare verb, where applications are spoken of.
  frame('handled', 'A', 'HD', `R&?[HD]+a?n${end}`, `H[a]?n${end}`),
  frame('answered', 'A', 'D', `D[a]?n${end}`, 'Dna', '^[tsq&]*n[qAa]*H*D'),
  loosely(frame('answered', 'A', 'D', '^[tsq&]*n[qTAa]*(?:H[HT]*)?D')),
  frame('received', 'A', 'RA', `R[a]?n${end}`, 'Rna'),
  loosely(frame('received', undefined, 'RA', `Ra+n${end}`)),
  // Disputes.
  loosely(frame('disputes', 'B', 'H', `^Hn${end}`)),
  frame('each', undefined, 'B', '(?:B&L|L&B)a*[=q]n'),
  frame('disputes', undefined, 'BL', '(?:BD?&?L|L&?B)a*n'),
  frame('litigations', undefined, 'L12', '(?:1&2|2&1)a*n'),
  frame('dismissed', 'B', 'I', 'I[aq]*n', '^[tsq&]*n[qa]*B?I'),
  frame('annulled', 'B', 'O', 'OD?[aq]*n', '^[tsq&]*n[qa]*B?O'),
  ...outcomes.map(([key, letter]) =>
    frame(key, 'B', letter, `${letter}[BL12]?[aM]*n`, `^[tsq&BL12]*n[qa]*B?${letter}`),
  ),
  // 全年有 2 件行政复议被纠正.
  ...outcomes.map(([key, letter]) => frame(key, undefined, letter, `^[tsq&]*nS?[BL12]a?${letter}`)),
  frame('outcome:other', 'B', 'm', 'm[aq]*n', '^[tsq&BL12]*n[qa]*m'),
  loosely(frame('outcome:other', 'B', 'e', '^[tsq&]*ea*n')),
  frame('eachLost', undefined, 'k', 'Ba?k&La?[bk][=q]n'),
  frame('lost', undefined, 'b', 'b[a]*n', '^[tsq&L12]*n[q]*b'),
  frame('directLitigations', undefined, '1', '1L?[aq]*n', '(?<![ukop7])n[ASa]*1$'),
  frame('laterLitigations', undefined, '2', '2L?[aq]*n', '(?<![ukop7])n[ASa]*2$'),
  frame('reconsiderations', undefined, 'B', '(?<!L&)B[aq]*n', 'n[ASa]*B$'),
  frame('litigations', undefined, 'L12', '(?<!B&)L[aq]*n', 'n[ASa]*L$'),
  // Documents: made, repealed, in force.
  ...papers.flatMap(([name, letter, alone]) => [
    frame(
      `${name}InForce`,
      undefined,
      letter,
      `v${alone}${letter}n`,
      `${alone}${letter}q?vn`,
      `vn${letter}$`,
      `${alone}${letter}nq?v`,
    ),
    frame(
      `${name}Issued`,
      undefined,
      letter,
      `i[l&gw]*${alone}${letter}n`,
      `${alone}${letter}q?[iN]n${end}`,
      `in${letter}$`,
    ),
    frame(
      `${name}Repealed`,
      undefined,
      letter,
      `j${alone}${letter}n`,
      `${alone}${letter}q?jn${end}`,
      `n${letter}q?j`,
      `jn${letter}$`,
    ),
    frame(`${name}InForce`, letter, 'v', `^[tsq&]*vn${end}`, '^[tsq&]*n[q]?v'),
    frame(`${name}Issued`, letter, 'i', `^[tsq&]*in${end}`),
    frame(`${name}Repealed`, letter, 'j', `^[tsq&]*jn${end}`),
    loosely(frame(`${name}Issued`, undefined, letter, `${alone}${letter}n`)),
  ]),
  // Decisions: made, not published.
  frame(
    'decided',
    undefined,
    'WYZ',
    '[MHD][MHDq&]{0,12}[WYZ](?:&[WYZ]){1,2}M*n',
    '^[tq]*[WYZ](?:&[WYZ]){1,2}M+n',
  ),
  frame('eachOf', undefined, 'WYZ', '^[WYZ](?:&[WYZ]){1,2}M?[=q]n'),
  ...decisions.flatMap(([key, letter]) => [
    frame(
      key,
      undefined,
      letter,
      `[MHD][MHDq&]{0,12}${letter}[M]*n${end}`,
      `${letter}[MHD]+n${end}`,
      `[MHD]n[M]?${letter}$`,
    ),
    loosely(frame(key, undefined, letter, `${letter}[x]?n`)),
  ]),
  frame('fees', undefined, 'f', 'f[MHRD]*\\$', '^[tsq&R]*\\$f$'),
];
