import type { DemoKey } from '~/domain/identity/demo-parts'
import type { ChallengeDates } from './challenges'

/** A solver's offer. Commitments stand in the order of the challenge's targets; null promises nothing. */
export interface SeedBid {
  by: DemoKey
  submittedAgo: number
  plan: string
  team: string
  /** In 万元. */
  price: number
  commitments: (number | [number, number] | null)[]
  /** What each of three judges gives, 0 to 100, by the four usual criteria. */
  points?: [number[], number[], number[]]
}

/** Days before the present on which each later step happens; what is left out has not happened yet. */
export interface SeedCase {
  dates: ChallengeDates & { publishedAgo: number }
  bids: SeedBid[]
  invitedAgo: number
  scoredAgo: number
  /** Judges who have submitted their scorecard; the others are under way. */
  scorecards: 1 | 3
  intendedAgo?: number
  confirmedAgo?: number
  signedAgo?: number
  registeredAgo?: number
  /** Non-technical costs of the contract. */
  costs?: { name: string; wan: number }[]
}

export const seedCases: readonly SeedCase[] = [
  {
    dates: { key: 'auxiliary_supply', draftedAgo: 96, publishedAgo: 93, deadlineIn: -75 },
    bids: [
      {
        by: 'solver',
        submittedAgo: 83,
        plan: '采用有源钳位反激与氮化镓副边同步整流，变压器改为平面磁件加三层绝缘线，原副边之间按加强绝缘设计并做局部放电筛选。第一阶段两个月完成样机与热仿真，第二阶段三个月完成 85 ℃ 满载老化与浪涌整改，第三阶段交付 50 只样品和绕制工艺卡。主要风险是高输入电压下的启动损耗，已用分段启动电路在原理样机上验证。',
        team: '电源研发 6 人，其中高级工程师 2 人；自有局部放电测试台和高温老化房。',
        price: 236,
        commitments: [93.2, 5.5, 3.4, 22],
        points: [
          [91, 86, 82, 80],
          [88, 88, 84, 78],
          [90, 85, 80, 82],
        ],
      },
      {
        by: 'rival',
        submittedAgo: 80,
        plan: '以量产的机载电源为基础改型，沿用双管反激，换用碳化硅开关管降低关断损耗，变压器仍用绕线结构并加灌封。四个月交样，随后在自有变流器上做三个月满载运行，可同时给出批量成本。',
        team: '硬件 5 人、工艺 2 人，有年产 10 万只的电源产线。',
        price: 198,
        commitments: [92, 5, 3, 30],
        points: [
          [82, 84, 90, 90],
          [80, 86, 92, 91],
          [83, 82, 88, 90],
        ],
      },
      {
        by: 'materials',
        submittedAgo: 77,
        plan: '从灌封和散热入手：使用自产高导热绝缘灌封胶与铝基板，降低热阻后允许更高的功率密度；电路部分委托合作单位按成熟方案设计。六个月交付，同步提供灌封工艺参数。',
        team: '材料研发 8 人，电路设计由合作单位承担。',
        price: 215,
        commitments: [90.5, 5, 3.2, null],
        points: [
          [70, 72, 78, 84],
          [72, 70, 75, 85],
          [68, 74, 76, 84],
        ],
      },
    ],
    invitedAgo: 73,
    scoredAgo: 69,
    scorecards: 3,
    intendedAgo: 67,
    confirmedAgo: 49,
    signedAgo: 46,
    registeredAgo: 36,
    costs: [{ name: '样品物料与模具', wan: 28 }],
  },
  {
    dates: { key: 'rotor_sleeve', draftedAgo: 66, publishedAgo: 63, deadlineIn: -48 },
    bids: [
      {
        by: 'materials',
        submittedAgo: 55,
        plan: '采用 T1000 级碳纤维湿法缠绕，张力逐层递减，固化后用液氮冷缩磁钢转子压装，过盈量按 150 ℃ 剩余预紧力反推。前两个月完成强度计算与样环爆破试验，第三、四个月交付 30 套并配合超速试验。每套附缠绕张力曲线和超声扫描图，批次间一致性可追溯。',
        team: '复合材料团队 9 人，缠绕机 2 台，超声检测设备 1 套。',
        price: 152,
        commitments: [130_000, 1.2, 2.6, 94],
        points: [
          [92, 90, 86, 80],
          [90, 88, 88, 82],
          [93, 90, 85, 80],
        ],
      },
      {
        by: 'partner',
        submittedAgo: 53,
        plan: '以热塑性碳纤维预浸带原位固结成型，护套可焊接、可回收，重点研究高温蠕变与预紧力松弛机理，建立寿命预测模型。六个月完成样件和模型，力学性能由学院测试中心完成。',
        team: '教授 2 人、博士生 5 人，原位固结设备一套。',
        price: 128,
        commitments: [120_000, 1.5, 2.2, 92],
        points: [
          [84, 86, 70, 90],
          [86, 85, 68, 90],
          [82, 84, 72, 89],
        ],
      },
      {
        by: 'institute',
        submittedAgo: 51,
        plan: '采用钛合金分段护套加绝缘隔片，切断涡流回路，沿用热套工艺，装配风险小。四个月交付，配套自动对心热套装置。',
        team: '装备工艺团队 6 人。',
        price: 141,
        commitments: [110_000, 1.8, null, 96],
        points: [
          [68, 80, 76, 85],
          [70, 78, 78, 85],
          [66, 79, 74, 84],
        ],
      },
    ],
    invitedAgo: 46,
    scoredAgo: 43,
    scorecards: 3,
    intendedAgo: 41,
    confirmedAgo: 23,
    signedAgo: 21,
    registeredAgo: 11,
    costs: [{ name: '纤维与芯模', wan: 19.5 }],
  },
  {
    dates: { key: 'arc_detection', draftedAgo: 47, publishedAgo: 45, deadlineIn: -20 },
    bids: [
      {
        by: 'solver',
        submittedAgo: 30,
        plan: '复用变流器电流传感器，外加罗氏线圈补足高频段，卷积网络在线识别，两级确认后才给断路器信号。两个月完成样机，第三个月在拉弧台架做三种起弧方式比对，之后两站试用三个月。误报样本每周回传一次，只调整阈值，不改网络结构。',
        team: '储能安全团队 7 人，三座电站有在运样机。',
        price: 188,
        commitments: [90, 1.8, 0.2, 260],
        points: [
          [92, 88, 84, 82],
          [90, 90, 86, 80],
          [91, 87, 85, 82],
        ],
      },
      {
        by: 'tester',
        submittedAgo: 27,
        plan: '以近三年积累的拉弧波形库为基础，给出频段能量与时域离散度组合判据，算法简单、可解释，适合移植到现有控制板；硬件选用成熟采集卡。五个月交付，全部试验在自有台架完成。',
        team: '电气安全团队 11 人，拉弧台架两座。',
        price: 169,
        commitments: [150, 3, 0.5, 200],
        points: [
          [84, 90, 74, 88],
          [83, 92, 76, 87],
          [85, 90, 72, 88],
        ],
      },
      {
        by: 'institute',
        submittedAgo: 23,
        plan: '在汇流排上布置紫外与声学复合探头，起弧几毫秒内就能看到弧光，不受变流器噪声干扰。优点是快，缺点是探头要靠近接头，远端线缆需要加装。',
        team: '声学与视觉团队 6 人。',
        price: 160,
        commitments: [20, 2, 0.5, null],
        points: [
          [75, 80, 74, 90],
          [78, 82, 72, 89],
          [74, 80, 75, 90],
        ],
      },
    ],
    invitedAgo: 18,
    scoredAgo: 9,
    scorecards: 3,
    intendedAgo: 1,
  },
  {
    dates: { key: 'pressure_package', draftedAgo: 34, publishedAgo: 32, deadlineIn: -8 },
    bids: [
      {
        by: 'pilot',
        submittedAgo: 16,
        plan: '在芯片背面刻蚀应力隔离岛，配低模量硅胶点阵黏接，管壳选用与硅膨胀系数接近的氮化铝。先用三组隔离岛尺寸做试验设计，六周出第一批，温循后选优再做第二批。工艺在现有 8 英寸线上完成，不改敏感膜。',
        team: '封装工艺 8 人，应力仿真 2 人，自有测漏与温循设备。',
        price: 168,
        commitments: [0.06, 0.03, 8, [-40, 125]],
        points: [
          [90, 92, 88, 80],
          [88, 90, 86, 82],
          [90, 90, 88, 80],
        ],
      },
      {
        by: 'institute',
        submittedAgo: 13,
        plan: '保留原有管壳，改用激光局部软化的金属焊片连接，并用数字补偿修正残余漂移；配套全自动标定台，一次标定 32 只。五个月完成。',
        team: '传感与标定团队 7 人。',
        price: 145,
        commitments: [0.1, 0.04, 5, [-40, 125]],
        points: [
          [80, 82, 80, 88],
          [82, 84, 80, 86],
          [80, 80, 82, 88],
        ],
      },
      {
        by: 'materials',
        submittedAgo: 10,
        plan: '开发宽温区低蠕变有机硅黏片胶，−60 ℃ 仍保持低模量，提供胶料和点胶固化窗口，封装由发榜方产线完成。四个月交付三批胶料和漂移数据。',
        team: '有机硅材料团队 6 人。',
        price: 118,
        commitments: [0.09, null, 5, [-40, 125]],
        points: [
          [76, 74, 78, 92],
          [78, 76, 76, 90],
          [75, 74, 78, 92],
        ],
      },
    ],
    invitedAgo: 6,
    scoredAgo: 2,
    scorecards: 1,
  },
]

/** Offers that still lie under seal, because bidding is open. */
export const sealedOffers: readonly (SeedBid & { challenge: string })[] = [
  {
    challenge: 'sic_module',
    by: 'pilot',
    submittedAgo: 9,
    plan: '叠层母排加双面散热，芯片与基板之间有压银烧结，门极回路独立走线。首批 20 只两个月交付，同步开始功率循环；第二批按结果调整烧结参数。整机试验由发榜方安排，我方派两名工程师驻场。',
    team: '功率封装团队 10 人，月产能 2000 只的中试线。',
    price: 468,
    commitments: [6.5, 0.095, 150_000, 200],
  },
  {
    challenge: 'sic_module',
    by: 'partner',
    submittedAgo: 4,
    plan: '采用无压烧结铜互连和氮化硅活性金属钎焊基板，重点降低材料成本；结构沿用单面散热，优化端子叠层降低电感。三轮迭代，八个月完成。',
    team: '教授 1 人、副教授 2 人、研究生 6 人，与本地模块厂联合试制。',
    price: 385,
    commitments: [8, 0.11, 100_000, 175],
  },
  {
    challenge: 'liquid_cooling',
    by: 'solver',
    submittedAgo: 2,
    plan: '先做 8 个机柜样板列：分形流道冷板、同程分水器和双泵冷量分配单元，每列设三处电动阀分区。倒机按列进行，每列停机不超过六小时。夏季满载考核两周，数据逐分钟记录并开放查看。',
    team: '热管理团队 9 人，已有 40 个机柜的实施经验，可驻场。',
    price: 446,
    commitments: [1.12, 80, 4],
  },
]

/** Remarks of three judges by criterion (scheme, team, industrialisation, price), for good, fair and weak marks. */
export const remarks: readonly (readonly (readonly [good: string, fair: string, weak: string])[])[] = [
  [
    ['路线清楚，指标留有余量，验证安排合理。', '路线可行，关键指标余量不大。', '部分指标没有承诺，技术风险说明不足。'],
    ['团队专业齐全，条件自备。', '人员够用，个别试验要外协。', '主要环节依赖合作单位。'],
    ['工艺可直接转入批量。', '放大还需一轮验证。', '离批量较远，缺少成本数据。'],
    ['报价合理，物料测算细。', '报价略高，可以接受。', '报价偏高。'],
  ],
  [
    ['原理样机数据支撑充分，可信度高。', '方案成熟但提升有限。', '没有触及主要矛盾。'],
    ['做过同类项目，负责人经验丰富。', '研究基础好，工程经验一般。', '工程人员偏少。'],
    ['有现成产线，供货有保证。', '需要与企业共建产线。', '产业化路径写得笼统。'],
    ['性价比高。', '费用构成清楚。', '设备费占比过大。'],
  ],
  [
    ['抓住了关键问题，备选方案也有准备。', '总体可行，建议补充寿命数据。', '与榜题要求有偏差。'],
    ['试验条件完备。', '条件基本具备。', '条件不足。'],
    ['客户验证路径明确。', '市场前景尚可。', '短期难以上量。'],
    ['低于同类项目平均水平。', '与工作量相称。', '建议压减差旅与外协。'],
  ],
]
