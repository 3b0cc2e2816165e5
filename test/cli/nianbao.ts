import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../server/cli/run';
import type { Io } from '../../server/cli/streams/io';

/** How a command ended and what it wrote. */
export interface Outcome {
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly served: boolean;
}

interface Surroundings {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  /** Standard input in its place, as it comes. */
  readonly stream?: Io['input'];
  readonly onWrite?: (text: string) => void;
  /** When what goes on by itself ends. */
  readonly until?: AbortSignal;
  readonly isTerminal?: boolean;
  readonly colours?: boolean;
  readonly traces?: boolean;
  /** The file that standard output is taken to go into. */
  readonly appendsTo?: string;
}

/** Runs the command line in this process. */
export async function nianbao(
  args: readonly string[],
  {
    cwd = '.',
    input = '',
    isTerminal = false,
    colours = false,
    traces = false,
    appendsTo,
    stream,
    onWrite,
    until = AbortSignal.abort(),
  }: Surroundings = {},
): Promise<Outcome> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  let served = false;
  const io: Io = {
    cwd: path.resolve(cwd),
    isTerminal,
    colours,
    traces,
    input: stream ?? Readable.from([Buffer.from(input)]),
    write: async (text) => {
      onWrite?.(text);
      stdout.push(text);
    },
    writesTo: async (file) => file === appendsTo,
    untilStopped: () => until,
    writeError: (text) => void stderr.push(text),
    progress() {},
  };
  const serve = (): void => {
    served = true;
  };
  const status = await run(args, io, { languageServer: serve, agentServer: serve });
  return { status, stdout: stdout.join(''), stderr: stderr.join(''), served };
}

/** Gives a test a folder with the given files, which goes away with it. */
export function withFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<void>,
) {
  return async (): Promise<void> => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'nianbao-'));
    try {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), content);
      }
      await use(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** A report on `year` with all figures 0 and nothing to complain of but what `mistakes` puts in place of something. */
export function reportText(mistakes: Readonly<Record<string, string>> = {}): string {
  let text = clean;
  for (const [right, wrong] of Object.entries(mistakes)) {
    if (!text.includes(right)) throw new Error(`the report does not say ${right}`);
    text = text.replace(right, wrong);
  }
  return text;
}

const zeros = (count: number): string => '\t0'.repeat(count);

const rows = [
  '三、本年度办理结果\t（一）予以公开',
  '\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  '（三）不予公开\t1.属于国家秘密',
  '\t2.其他法律行政法规禁止公开',
  '\t3.危及“三安全一稳定”',
  '\t4.保护第三方合法权益',
  '\t5.属于三类内部事务信息',
  '\t6.属于四类过程性信息',
  '\t7.属于行政执法案卷',
  '\t8.属于行政查询事项',
  '（四）无法提供\t1.本机关不掌握相关政府信息',
  '\t2.没有现成信息需要另行制作',
  '\t3.补正后申请内容仍不明确',
  '（五）不予处理\t1.信访举报投诉类申请',
  '\t2.重复申请',
  '\t3.要求提供公开出版物',
  '\t4.无正当理由大量反复申请',
  '\t5.要求行政机关确认或重新出具已获取信息',
  '（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  '\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  '\t3.其他',
];

const outcomes = '结果维持\t结果纠正\t其他结果\t尚未审结\t总计';

const clean = `云溪县档案局2024年政府信息公开工作年度报告

一、总体情况
（一）主动公开。公开信息十分及时。
（二）依申请公开。全年没有收到申请。
（三）政府信息管理。目录已经更新。
（四）政府信息公开平台建设。栏目已经整理。
（五）监督保障。没有责任追究的情况。
二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章${zeros(3)}
行政规范性文件${zeros(3)}
第二十条第（五）项
信息内容\t本年处理决定数量
行政许可${zeros(1)}
第二十条第（六）项
信息内容\t本年处理决定数量
行政处罚${zeros(1)}
行政强制${zeros(1)}
第二十条第（八）项
信息内容\t本年收费金额（单位：万元）
行政事业性收费${zeros(1)}
三、收到和处理政府信息公开申请情况
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计
一、本年新收政府信息公开申请数量\t${zeros(7)}
二、上年结转政府信息公开申请数量\t${zeros(7)}
${rows.map((row) => row + zeros(7)).join('\n')}
（七）总计\t${zeros(7)}
四、结转下年度继续办理\t${zeros(7)}
四、政府信息公开行政复议、行政诉讼情况
行政复议\t\t\t\t\t行政诉讼
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉
\t\t\t\t\t${outcomes}\t${outcomes}
0${zeros(14)}
五、存在的主要问题及改进情况
解读不够通俗，明年改用问答和图示。
六、其他需要报告的事项
全年没有收取信息处理费。
`;
