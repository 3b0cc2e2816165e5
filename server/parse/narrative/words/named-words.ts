import { type Letter, list } from './word-classes';

/** 六成八: as near as 六成五 is. */
const tenths = (tens: number, more: string, words: string): readonly ['h', string, string[]] => [
  'h',
  `${10 * tens + 1 + '一二三四五六七八九'.indexOf(more)}~~`,
  [words],
];

/** Words with something to tell apart within their class: the row, the column or the dispute that they name. */
export const named: readonly (readonly [letter: Letter, name: string, words: readonly string[]])[] = [
  // Of a part of the year on average, which no table has as it stands.
  ['!', 'perMonth', list('平均每月 平均每个月 每月平均 每个月平均 月均')],
  ['!', 'perQuarter', list('平均每季度 平均每个季度 每季度平均 季均')],
  ['r', 'refused.stateSecret', list('属于国家秘密 涉及国家秘密 国家秘密')],
  [
    'r',
    'refused.prohibitedByLaw',
    list(
      '其他法律行政法规禁止公开 其他法律、行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开 法律法规禁止公开',
    ),
  ],
  [
    'r',
    'refused.securityAndStability',
    list(`危及三安全一稳定 危及"三安全一稳定" 危及'三安全一稳定' 三安全一稳定`),
  ],
  [
    'r',
    'refused.thirdPartyRights',
    list(`公开后会损害第三方合法权益 公开会损害第三方合法权益 可能损害第三方合法权益 会损害第三方合法权益 损害第三方合法权益 损害第三方权益 保护第三方合法权益 侵害第三方合法权益 第三方合法权益 保护第三方权益 侵害第三方权益 第三方权益 第三方商业秘密和个人隐私 第三方商业秘密及个人隐私
      第三方商业秘密、个人隐私 第三方商业秘密或个人隐私 第三方商业秘密或者个人隐私 第三方商业秘密 第三方个人隐私`),
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
    list(
      '申请内容不明确、经补正后仍不明确 申请内容不明确经补正后仍不明确 经补正后申请内容仍不明确 经补正后仍不明确 经补正仍不明确 补正后申请内容仍不明确 补正后内容仍不明确 补正后申请内容不明确 补正后仍不明确',
    ),
  ],
  [
    'r',
    'notProcessed.petition',
    list(
      '按信访举报投诉处理 作信访举报投诉处理 作信访处理 按信访处理 信访举报投诉类申请 信访、举报、投诉类申请 信访、投诉、举报类申请 信访投诉举报类申请 信访投诉类申请 信访举报类申请 信访举报投诉类 信访投诉举报类 信访、投诉、举报类 信访、举报、投诉类',
    ),
  ],
  ['r', 'notProcessed.duplicate', list('重复申请 重复提出的申请 重复提出申请')],
  ['r', 'notProcessed.publications', list('要求提供公开出版物 要求行政机关提供公开出版物')],
  ['r', 'notProcessed.excessive', list('无正当理由大量反复申请 大量反复申请')],
  [
    'r',
    'notProcessed.confirmation',
    list('要求行政机关确认或重新出具已获取信息 要求确认或重新出具已获取信息'),
  ],
  ['h', '50', list('过半数 过半 超过半数 超半数 半数以上 一半以上 超过一半 超一半')],
  ['h', '15~~', ['一成五', '一成半']],
  ['h', '15', ['一成五以上', '一成半以上']],
  ['h', '25~~', ['两成五', '两成半']],
  ['h', '25', ['两成五以上', '两成半以上']],
  ...[...'一二三四五六七八九'].flatMap((digit, index) =>
    index === 0
      ? []
      : [
          [
            'h',
            String(10 * (index + 1)),
            index === 1 ? ['二成以上', '两成以上'] : [`${digit}成以上`],
          ] as const,
          ['h', `${10 * (index + 1)}~`, index === 1 ? ['二成', '两成'] : [`${digit}成`]] as const,
          // 八成五: to the half of a tenth, and no nearer.
          ['h', `${10 * (index + 1) + 5}~~`, [`${digit}成五`, `${digit}成半`]] as const,
          ['h', String(10 * (index + 1) + 5), [`${digit}成五以上`, `${digit}成半以上`]] as const,
          ...[...'一二三四六七八九'].map((more) => tenths(index + 1, more, `${digit}成${more}`)),
        ],
  ),
  ['h', '50~', list('半数 一半 二分之一')],
  ['h', '33.3~', list('三分之一')],
  ['h', '66.7~', list('三分之二')],
  ['h', '25~', list('四分之一')],
  ['h', '75~', list('四分之三')],
  ['h', '20~', list('五分之一')],
  ['h', '40~', list('五分之二')],
  ['h', '60~', list('五分之三')],
  ['h', '80~', list('五分之四')],
  ['D', 'total', list('办理结果总计 办理结果合计 办理结果共计 办理结果总数 处理结果总计 处理结果合计')],
  ['f', 'short', list('本年收费金额 收费金额 收费总额 全年收费 年度收费 本年收费')],
  ['N', 'added', list('新增加 新增')],
  ['@', 'then', list('当年')],
  [
    '^',
    'to',
    list(
      '增至 增加至 增加到 增长至 增长到 上升至 上升到 升至 提高至 提高到 提升至 提升到 升到 增到 涨至 涨到 攀升至 攀升到 跃升至 跃升到 增为 增加为 升为 上升为 增长为 上涨至 上涨到 提高为 提升为',
    ),
  ],
  [
    'd',
    'to',
    list(
      '降至 减至 减少至 减少到 下降至 下降到 降低至 降低到 降到 减到 缩减至 缩减到 回落至 回落到 下滑至 下滑到 压减至 压减到 降为 下降为 减为 减少为 降低为',
    ),
  ],
  ['^', 'than', list('高于 多于 大于')],
  ['d', 'than', list('低于 少于 小于 不及')],
  ['6', '2', list('翻一番 翻了一番 翻番 翻了番')],
  ['6', '4', list('翻两番 翻了两番')],
  ['V', 'commercialEnterprises', list('商业企业 企业')],
  ['V', 'researchInstitutions', list('科研机构 科研单位')],
  ['V', 'publicInterestOrganizations', list('社会公益组织')],
  ['V', 'legalServiceInstitutions', list('律师事务所等法律服务机构 法律服务机构')],
  ['V', 'organizations:other', list('其他组织 其它组织')],
];
