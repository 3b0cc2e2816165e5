/**
 * The words by which the narrative is read, each class under a letter of its own, so that a clause becomes a short string of
 * letters that patterns can be held against (frames.ts): 收到政府信息公开申请3件 reads `RAn`. Words of the class `_` say
 * nothing about what is counted and drop out; what is in no class is `x`, and what counts other things is `X`.
 */
export type Letter = string;

/** The words of a list with blanks between them. */
export const list = (words: string): readonly string[] => words.trim().split(/\s+/u);

/** The words of every class. Where several begin alike the longest is read. */
export const words: Readonly<Record<Letter, readonly string[]>> = {
  // Applications, named so that nothing else can be meant; and the bare word.
  A: list(`政府信息公开申请件 政府信息公开申请 政府信息公开的申请 政府信息申请公开件 政府信息申请公开 政府信息申请件 政府信息申请
    政府信息依申请公开申请 政府信息依申请公开事项 政府信息依申请公开件 政府信息依申请公开 政府信息依申请
    信息公开申请件 信息公开申请 信息依申请公开 信息公开的申请 政务公开申请 政务信息公开申请
    依申请公开政府信息申请 依申请公开政府信息公开申请 依申请公开政府信息 依申请公开信息申请 依申请公开信息 依申请公开申请件
    依申请公开申请 依申请公开事项 依申请公开案件 依申请公开办件 依申请公开件 依申请公开内容 依申请公开类 依申请公开
    依申请公开申请表 政府信息公开申请表 政府信息公开申请书 信息公开申请表 信息公开申请书
    依申请信息公开件 依申请信息公开 依申请政府信息公开 依申请政府信息 依申请办件 依申请件 依申请事项 依申请
    已申请公开 申请公开政府信息 申请政府信息公开 申请信息公开 公开政府信息的申请 公开政府信息申请 要求公开政府信息的申请
    公开申请件 公开申请 申请公开件 申请主体 申请人类型 申请人主体`),
  a: list('新申请 申请件数 申请总量 申请总数 申请数量 申请量 申请件 申请书 申请表 申请'),
  // Coming in.
  R: list('收件 接收到 收到 收悉 接收 接到 接受 受理 收办 登记受理 受理登记 登记在册 在册登记 登记'),
  N: list('新收到 新接收 新接到 新受理 新收 新接受 登记新收 新登记'),
  // Being dealt with, and being done.
  H: list('办理 处理 承办 办理了 处理了'),
  D: list(`办理完毕 办理完成 办理办结 办理完结 办理答复 处理完毕 处理完成 处理办结 答复完毕 答复办理 答复办结 办结答复 完成答复
    完成办理 完成办结 作出答复 做出答复 予以答复 给予答复 作出了答复 予以回复 作出回复 作出处理 办结完毕 在办结 办结 办毕 办复 答复 回复 完结 完成 清零 办结归档 答复归档`),
  // Made of something else, and not carried over.
  x: list('转为 转化为 转成'),
  // Carried from one year to the next.
  c: list('结转 转结 顺延 接转 转接 延续 跨年度 跨年 移转 转入 转至 转到 延至 延期至 延期到 遗留 积压 转'),
  '<': list('上一年度 上一年 上年度 上年 去年 往年 以前年度 前一年度 前一年'),
  '>': list('下一年度 下一个年度 下一年 下年度 下年 次年度 次年 明年 来年'),
  // What became of an application.
  G: list('予以公开 同意公开 准予公开 给予公开 全部公开 全部予以公开 全部同意公开 全文公开'),
  g: list('公开'),
  P: list('予以部分公开 部分予以公开 同意部分公开 部分同意公开 部分公开'),
  Q: list('不公开 不予以公开 不予公开 不同意公开 不准予公开 决定不予公开'),
  U: list('信息无法提供 无法提供信息 无法提供 不能提供 无法公开'),
  K: list('不予处理 不予受理 不再处理 不再办理 终止办理 终止处理'),
  E: list('其他处理 其它处理 作其他处理 其他方式处理 其他情形处理'),
  e: list('其他情形 其他情况 其他类型 其他类 其他 其它'),
  W: list('行政许可审批事项 行政许可决定 行政许可事项 行政许可案件 行政许可办件 行政许可'),
  Y: list('行政处罚决定书 行政处罚决定 行政处罚案件 行政处罚事项 行政处罚'),
  Z: list('行政强制措施决定 行政强制措施 行政强制决定 行政强制执行 行政强制案件 行政强制事项 行政强制'),
  f: list('行政事业性收费'),
  // Disputes and their outcomes.
  B: list('行政复议案件 行政复议申请 行政复议件 行政复议事项 申请行政复议 行政复议 复议案件 复议申请 复议'),
  L: list(
    `行政诉讼案件 行政诉讼事项 行政诉讼案 行政诉讼 行政应诉案件 行政应诉 诉讼案件 应诉案件 起诉案件 提起诉讼 被起诉 诉讼`,
  ),
  1: list(`未经复议直接起诉案件 未经复议直接起诉 未经行政复议直接起诉 未经复议直接提起行政诉讼 未经复议直接提起诉讼 未经复议直接诉讼
    直接提起行政诉讼 直接提起诉讼 直接起诉 直接诉讼`),
  2: list(`复议后起诉案件 经复议后起诉 经行政复议后起诉 行政复议后起诉 复议后起诉 复议后提起行政诉讼 复议后提起诉讼 复议后诉讼
    复议后再起诉 经复议后提起诉讼 经复议后提起行政诉讼`),
  u: list('结果维持 维持原行政行为 维持原决定 维持原答复 予以维持 获得维持 得到维持 获维持 予维持 维持'),
  k: list('结果纠正 予以纠正 被纠正 被纠错 纠正 纠错'),
  b: list('败诉'),
  o: list('其他结果 其它结果'),
  // Outcomes by the words of the courts, which the form sums up under its four.
  I: list('驳回诉讼请求 驳回复议请求 驳回原告诉讼请求 驳回复议申请 驳回申请 驳回起诉 驳回'),
  O: list('撤销原行政行为 撤销原决定 撤销决定 撤销 确认违法 责令履行 责令重新答复 责令限期履行 变更'),
  p: list(`待答复 待办结 待办理 待办 未结 未审 未决 待审结 待审 尚未审理完毕 尚未审结 均未审结 仍未审结 暂未审结 未审结 尚未结案 未结案 尚未办结 尚在审理中 尚在审理 正在审理中 正在审理 正在办理中 正在办理 仍在办理 在办 未办结 仍未办结 未办理完毕 未答复 仍在审理中 仍在审理
    审理中 正在复议 在审 尚未作出复议决定 尚未判决 未判决`),
  // What was decided, whatever the outcome; and won.
  7: list('审结完毕 审理完毕 审理完结 审理终结 审结 已审结 结案 已结案 已结'),
  4: list('胜诉'),
  // Either kind of dispute.
  3: list('行政争议案件 行政争议'),
  // Documents.
  J: list('市政府规章 省政府规章 政府规章 地方政府规章 部门规章 规章'),
  F: list('行政规范性文件 行政规范性档案 规范性文件'),
  i: list(
    '制定出台 制定印发 制定发布 制定并印发 制定并发布 新制发 新制定 新出台 新印发 制发 制定 出台 印发 新制作',
  ),
  j: list('宣布失效 清理废止 予以废止 废止 废除 失效'),
  v: list('现有 现存 现行有效 继续有效 目前有效 保持有效'),
  M: list(
    '依法作出 作出 做出 依法实施 实施 下达 采取 决定数量 决定数 处理决定数量 处理决定 决定 审批办结 准予',
  ),
  // Publishing something is not deciding it.
  w: list('发布 公示 公布 更新 上传 推送 刊发 转载 编发 挂网 录入 报送 归集 宣传 解读 发放 转发'),
  // Words that turn a sentence.
  z: list(
    '均未 均无 全年无人 全年无 未有 没有 尚无 暂无 暂未 从未 尚未 并未 并无 未曾 无人 不存在 未 无 零记录 零纪录 零',
  ),
  t: list('其中'),
  s: list('包括 包含 涵盖 分为 具体为 具体是 含'),
  q: list(
    '悉数 全数 尽数 逐件 逐一 均已 均为 均是 均系 均属 均来自 皆为 全部为 都为 都是 都已 全部 全都 所有 均 都',
  ),
  '/': list('分别为 分别是 分别有 分别'),
  l: list('等 主要 如 例如 重点 部分 大部分 多数 包括但不限于'),
  '=': list('各'),
  S: list('针对 不服 引起 引发 导致 引致 造成 而被 而'),
  T: list(
    '法定期限 法定时限 法定时间 规定时限 规定期限 规定时间 限期 按时 按期 如期 时限 期限 到期 二十个工作日内 二十个工作日',
  ),
  '#': list('占比 占 比例 比重 比率'),
  '~': list('同比 环比 相较于 相较 相比 较之 较 比'),
  '^': list('增幅 升幅 增速 增长 增加 上升 提高 上涨 提升 增多 递增 攀升 净增加 净增长 净增 多'),
  d: list('降幅 下降 减少 降低 回落 下滑 递减 走低 净减少 净减 少'),
  r: [],
  5: list('基本持平 大致持平 总体持平 持平'),
  C: list('自然人 公民个人 公民 个人'),
  V: list(`法人或其他组织 法人或者其他组织 法人和其他组织 法人及其他组织 法人或其它组织 法人、其他组织 法人和组织
    法人、组织 法人组织 法人 其他组织 单位申请`),
  m: list('撤回申请 主动撤回 自行撤回 自主撤回 撤回 撤销申请 申请撤销 主动撤销 自主撤销 撤诉'),
  // Another period, or a part of the whole.
  y: list(`以来 年来 去年同期 上年同期 同期 上半年 下半年 季度 月份 近年来 近年 历年 近三年 近五年 历史累计 市本级 县本级 区本级 省本级 州本级 市直 县直
    区直 省直 州直`),
  // The body itself: a part of what a government reports for, and all that others do.
  '|': list('本级'),
  // What is meant, not what was.
  '!': list('拟 计划 预计 力争 目标 将 争取 确保 若 如果 凡 假如 每'),
  // The whole year, after a part of it was spoken of.
  '@': list(
    '全年度 全年 本年度 本年 今年以来 本年以来 年初以来 一年来 一年以来 一年多来 今年来 今年 当年 年内 年度 本报告期内 本报告期 报告期内 报告年度内 报告年度 统计期内',
  ),
  // All who are below a government, and the sum of what was told before; both drop out of a clause, which keeps note of them.
  '*': list(`全市范围 全市 全县 全区 全省 全州 全盟 全镇 全乡 全街道 全旗 全街 各级行政机关 各级 各地 各部门 各单位 各镇街 镇街 各职能部门
    职能部门 各县区 各区县 各乡镇 各行政机关 全系统 系统内 市县两级 市区两级 省市两级 区镇两级 县乡两级`),
  '+': list('共计 合计 总计 一共 总共 共'),
  X: list(`主动公开 信访 来信 来访 来电 信件 留言 热线 工单 咨询 建议 提案 投诉 举报 舆情 规章制度 新闻 公报 公告 通知 简报 培训 会议 检查 督查 抽查
    公文 稿件 文章 视频 微信 微博 公众号 抖音 直播 访谈 问卷 征集 栏目 专栏 专题 档案 合同 采购 招标 预算 决算 处罚信息 许可信息 处罚结果 许可结果
    询问 听证 调解 仲裁 民事 刑事 国家赔偿 行政赔偿 行政裁决 12345 动态 政策文件 办事指南 执法检查`),
  // What says nothing about the matter.
  _: list(`政府信息公开工作 政府信息公开类 政府信息公开 政务信息公开 政务公开 信息公开类 信息公开 政府信息 公民、法人或其他组织 公民、法人或者其他组织
    公民、法人和其他组织 公民、法人及其他组织 公民法人或其他组织 公民、法人 公民和法人 公民、法人或者其他社会组织
    全局 全委 全办
    正式 我们 一是 二是 三是 四是 五是 六是 我市 我县 我区 我省 我州 我局 我委 我办 我镇 我乡 我街道 我处 我厅 我院 我校 我单位 我中心 我街 我旗 我部门 本单位 本机关 本局 本委 本办 本镇
    本乡 本街道 本部门 本市 本县 本区 本中心 本行政机关 行政机关 单位 机关 各科室 各处室 各股室 各业务科室
    累计 计 总额 金额 立案查处 立案 查处 起草 群众 社会公众 公众 件数 总数 总量 数量 总 数 量 达到 达 为 是 有 的 了 已经 已 至 到 发生过 发生 出现过 出现 产生过 产生 涉及 关于 有关 相关
    因 由于 被申请 申请人申请 被提起 提起 被 由 对 就 向 于 在 中 内 期间 及时 依法依规 依法 依规 规范 妥善 认真 积极 按照规定 按规定
    按照要求 按要求 按照程序 按程序 规定 要求 各类 各项 各种 既 该 此 这些 这 其余 其 另外 另有 另 还有 还 仍有 仍 尚有 尚 剩余 剩 余下 除 以外 之外 外
    案件 案 任何形式 任何 形式 予以 进行 审查 经 后 并且 并 且 也 则 即 条例 社会各界 各界 继续办理 继续 工作 情况 方面 事项 件 类 情形 现象 事务 渠道 方式 途径 以 按 截至 截止
    底 年底 年末 12月底 告知 办件量 办件数 目前 止 起 自 从 一个 年 作 余 约 近 大约 将近 超过 超 逾 达 至少 不少于 不足 高达 近乎 申请人 当事人 率 幅度 总体 同时 此外 全 上 实现 做到 保持 继续保持 呈现
    决定书 程序 事宜 得到 获得 数据 统计 来自 以及时 结果 属于 属 涉 提出 提交 被判决 被判 判决 加上 连同 收取 征收 收 请求 政府`),
};

/** Words with something to tell apart within their class: the row, the column or the dispute that they name. */
export const named: readonly (readonly [letter: Letter, name: string, words: readonly string[]])[] = [
  ['r', 'refused.stateSecret', list('属于国家秘密 涉及国家秘密 国家秘密')],
  [
    'r',
    'refused.prohibitedByLaw',
    list(
      '其他法律行政法规禁止公开 其他法律、行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开 法律法规禁止公开',
    ),
  ],
  ['r', 'refused.securityAndStability', list('危及三安全一稳定 三安全一稳定')],
  [
    'r',
    'refused.thirdPartyRights',
    list('保护第三方合法权益 侵害第三方合法权益 第三方合法权益 保护第三方权益 侵害第三方权益 第三方权益'),
  ],
  [
    'r',
    'refused.internalAffairs',
    list('属于三类内部事务信息 三类内部事务信息 属于内部事务信息 内部事务信息 三类内部事务'),
  ],
  ['r', 'refused.processInformation', list('属于四类过程性信息 四类过程性信息 属于过程性信息 过程性信息')],
  [
    'r',
    'refused.enforcementFiles',
    list('属于行政执法案卷信息 属于行政执法案卷 行政执法案卷信息 行政执法案卷'),
  ],
  ['r', 'refused.administrativeInquiry', list('属于行政查询事项 行政查询事项')],
  [
    'r',
    'unable.notHeld',
    list(
      '本机关不掌握相关政府信息 本机关不掌握的政府信息 本机关不掌握相关信息 本机关不掌握的信息 不掌握相关政府信息 不掌握相关信息 不掌握的政府信息 本机关不掌握 不掌握 政府信息不存在 相关信息不存在 信息不存在 不属于本机关公开 不属于本机关负责公开 不属于本行政机关公开 非本机关公开',
    ),
  ],
  [
    'r',
    'unable.needsCreation',
    list(
      '没有现成信息需要另行制作 没有现成信息、需要另行制作 没有现成信息需另行制作 没有现成信息 需要另行制作 需另行制作',
    ),
  ],
  [
    'r',
    'unable.unclearAfterCorrection',
    list('补正后申请内容仍不明确 补正后内容仍不明确 补正后申请内容不明确 补正后仍不明确'),
  ],
  [
    'r',
    'notProcessed.petition',
    list(
      '按信访举报投诉处理 作信访举报投诉处理 作信访处理 按信访处理 信访举报投诉类申请 信访、举报、投诉类申请 信访、投诉、举报类申请 信访投诉举报类申请 信访投诉类申请 信访举报类申请 信访举报投诉类 信访、举报、投诉类',
    ),
  ],
  ['r', 'notProcessed.duplicate', list('重复申请')],
  ['r', 'notProcessed.publications', list('要求提供公开出版物')],
  ['r', 'notProcessed.excessive', list('无正当理由大量反复申请 大量反复申请')],
  [
    'r',
    'notProcessed.confirmation',
    list('要求行政机关确认或重新出具已获取信息 要求确认或重新出具已获取信息'),
  ],
  [
    'r',
    'other.overdueCorrection',
    list(
      '申请人无正当理由逾期不补正 无正当理由逾期不补正 申请人逾期不补正 逾期不补正视为放弃申请 逾期不补正视为放弃 逾期未补正视为放弃 逾期不补正 逾期未补正',
    ),
  ],
  [
    'r',
    'other.overduePayment',
    list('申请人逾期未按收费通知要求缴纳费用 逾期未按收费通知要求缴纳费用 逾期未缴费 逾期不缴费'),
  ],
  ['h', '50', list('过半数 过半 超过半数 超半数 半数以上 一半以上 超过一半 超一半')],
  ...[...'一二三四五六七八九'].flatMap((digit, index) =>
    index === 0
      ? []
      : [
          ['h', String(10 * (index + 1)), [`${digit}成以上`]] as const,
          ['h', `${10 * (index + 1)}~`, index === 1 ? ['二成', '两成'] : [`${digit}成`]] as const,
        ],
  ),
  ['h', '50~', list('半数 一半')],
  ['N', 'added', list('新增加 新增')],
  ['^', 'to', list('增至 增加至 增加到 增长至 增长到 上升至 上升到 升至 提高至 提高到 提升至 提升到')],
  ['d', 'to', list('降至 减至 减少至 减少到 下降至 下降到 降低至 降低到')],
  ['6', '2', list('翻一番 翻了一番 翻番 翻了番')],
  ['6', '4', list('翻两番 翻了两番')],
  ['V', 'commercialEnterprises', list('商业企业 企业')],
  ['V', 'researchInstitutions', list('科研机构')],
  ['V', 'publicInterestOrganizations', list('社会公益组织')],
  ['V', 'legalServiceInstitutions', list('法律服务机构')],
];
