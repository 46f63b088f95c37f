import type { ContractKind, TechnicalField } from '#db/schema'
import type { DemoKey } from '~/domain/identity/demo-parts'

interface Outside {
  name: string
  code: string
  partyType: 'enterprise_overseas' | 'natural_person'
  region: string
  signedBy: string
}

export interface SeedContract {
  /** Days before the present on which the seller applies. */
  daysAgo: number
  title: string
  kind: ContractKind
  subKind: string
  field: TechnicalField
  /** In yuan. */
  value: number
  /** Non-technical costs in yuan. */
  costs?: { name: string; yuan: number }[]
  sellers: DemoKey[]
  buyers: DemoKey[]
  outside?: Outside
  shares?: Partial<Record<DemoKey, number>>
  ip?: 'invention_patent' | 'know_how' | 'software_copyright'
  termDays: number
  terms: string
  /** Days until a registrar decides; without it the application still waits. */
  registeredAfter?: number
  /** A later change of the amount, so many days after registration. */
  amendment?: { after: number; value: number; amount: number; reason: string }
}

/** Kinds and fields by the shares that registries publish: service and development lead, electronics before manufacturing. */
export const seedContractsData: readonly SeedContract[] = [
  {
    daysAgo: 520,
    title: '工业电源管理芯片可靠性试验与失效分析',
    kind: 'service',
    subKind: 'general',
    field: 'electronics_information',
    value: 3_860_000,
    sellers: ['tester'],
    buyers: ['poser'],
    termDays: 365,
    registeredAfter: 9,
    terms: '按批次完成高温工作寿命、温循与静电试验，出具失效分析报告。',
  },
  {
    daysAgo: 455,
    title: '电池管理系统主动均衡算法开发',
    kind: 'development',
    subKind: 'commissioned',
    field: 'new_energy',
    value: 6_400_000,
    costs: [{ name: '样机物料', yuan: 380_000 }],
    sellers: ['solver'],
    buyers: ['relative'],
    ip: 'invention_patent',
    termDays: 420,
    registeredAfter: 12,
    terms: '均衡效率不低于 92%，交付算法源代码与三套样机。',
  },
  {
    daysAgo: 402,
    title: '谐波减速器柔轮疲劳寿命提升',
    kind: 'development',
    subKind: 'joint',
    field: 'advanced_manufacturing',
    value: 12_800_000,
    costs: [{ name: '试验台架', yuan: 1_650_000 }],
    sellers: ['institute', 'partner'],
    buyers: ['robotics'],
    shares: { institute: 7, partner: 3 },
    ip: 'invention_patent',
    termDays: 540,
    registeredAfter: 14,
    terms: '额定载荷下寿命不低于 1 万小时，双方共有知识产权。',
  },
  {
    daysAgo: 331,
    title: '光刻配套清洗液颗粒在线检测方法',
    kind: 'service',
    subKind: 'general',
    field: 'electronics_information',
    value: 9_250_000,
    sellers: ['pilot'],
    buyers: ['semiconductor'],
    termDays: 365,
    registeredAfter: 8,
    terms: '在客户产线完成方法开发与验证，检出限 20 纳米。',
  },
  {
    daysAgo: 296,
    title: '高导热石墨膜制备专有技术普通许可',
    kind: 'licence',
    subKind: 'know_how',
    field: 'new_materials',
    value: 18_600_000,
    sellers: ['materials'],
    buyers: ['poser'],
    ip: 'know_how',
    termDays: 1_095,
    registeredAfter: 11,
    terms: '普通许可，含工艺包与两次驻厂指导；入门费加提成，金额按合同期估算。',
  },
  {
    daysAgo: 262,
    title: '人形机器人关节模组驱动控制软件',
    kind: 'development',
    subKind: 'commissioned',
    field: 'advanced_manufacturing',
    value: 46_000_000,
    costs: [
      { name: '控制器硬件', yuan: 3_200_000 },
      { name: '测试样机', yuan: 1_450_000 },
    ],
    sellers: ['rival'],
    buyers: ['robotics'],
    ip: 'software_copyright',
    termDays: 480,
    registeredAfter: 24,
    terms: '控制周期不大于 250 微秒，交付源代码与软件著作权。',
  },
  {
    daysAgo: 221,
    title: '智能算力调度平台定制开发',
    kind: 'development',
    subKind: 'commissioned',
    field: 'electronics_information',
    value: 88_500_000,
    costs: [{ name: '服务器与网络设备', yuan: 21_300_000 }],
    sellers: ['computing'],
    buyers: ['poser', 'robotics'],
    shares: { poser: 3, robotics: 2 },
    ip: 'software_copyright',
    termDays: 365,
    registeredAfter: 26,
    terms: '调度时延、利用率与计费准确度按附表验收。',
    amendment: { after: 96, value: 82_500_000, amount: 61_200_000, reason: '双方签订补充协议，取消二期扩容模块。' },
  },
  {
    daysAgo: 189,
    title: '可穿戴血流监测样机概念验证',
    kind: 'service',
    subKind: 'general',
    field: 'biomedicine',
    value: 1_680_000,
    sellers: ['health'],
    buyers: ['semiconductor'],
    termDays: 240,
    registeredAfter: 7,
    terms: '完成样机搭建、台架试验与注册路径分析。',
  },
  {
    daysAgo: 158,
    title: '储能变流器热失控预警专利权转让',
    kind: 'assignment',
    subKind: 'patent',
    field: 'new_energy',
    value: 7_300_000,
    sellers: ['solver'],
    buyers: ['rival'],
    ip: 'invention_patent',
    termDays: 180,
    registeredAfter: 10,
    terms: '转让发明专利两项，协助办理著录项目变更。',
  },
  {
    daysAgo: 127,
    title: '半导体材料产线数字孪生咨询',
    kind: 'consultancy',
    subKind: 'feasibility',
    field: 'electronics_information',
    value: 960_000,
    sellers: ['institute'],
    buyers: ['semiconductor'],
    termDays: 120,
    registeredAfter: 9,
    terms: '提交可行性论证报告与实施路线。',
  },
  {
    daysAgo: 96,
    title: '高速电机无位置传感器控制技术开发',
    kind: 'development',
    subKind: 'commissioned',
    field: 'advanced_manufacturing',
    value: 23_750_000,
    costs: [{ name: '电机样机', yuan: 1_900_000 }],
    sellers: ['robotics'],
    buyers: ['materials'],
    ip: 'invention_patent',
    termDays: 420,
    registeredAfter: 21,
    terms: '最高转速 12 万转每分，角度误差不大于 1 度。',
  },
  {
    daysAgo: 64,
    title: '超声换能器阵列引进消化技术服务',
    kind: 'service',
    subKind: 'general',
    field: 'biomedicine',
    value: 5_400_000,
    sellers: ['health'],
    buyers: ['poser'],
    outside: {
      name: '彼岸换能器株式会社',
      code: 'JP-0100-01-008846',
      partyType: 'enterprise_overseas',
      region: 'overseas',
      signedBy: '山田健',
    },
    termDays: 300,
    registeredAfter: 12,
    terms: '三方合作，完成阵列设计移植与性能比对。',
  },
  {
    daysAgo: 33,
    title: '特种胶膜洁净涂布工艺试制',
    kind: 'service',
    subKind: 'general',
    field: 'new_materials',
    value: 2_980_000,
    costs: [{ name: '基膜与胶料', yuan: 410_000 }],
    sellers: ['pilot'],
    buyers: ['materials'],
    termDays: 180,
    registeredAfter: 11,
    terms: '小批量试制三轮，良率不低于 90%。',
  },
  {
    daysAgo: 9,
    title: '微小信号采集前端芯片联合开发',
    kind: 'development',
    subKind: 'joint',
    field: 'electronics_information',
    value: 15_200_000,
    costs: [{ name: '流片费', yuan: 2_600_000 }],
    sellers: ['pilot', 'partner'],
    buyers: ['poser'],
    shares: { pilot: 1, partner: 1 },
    ip: 'invention_patent',
    termDays: 400,
    registeredAfter: 5,
    terms: '输入噪声不大于 6 nV/√Hz，双方共有知识产权。',
  },
  {
    daysAgo: 4,
    title: '产线视觉检测算法升级',
    kind: 'development',
    subKind: 'commissioned',
    field: 'advanced_manufacturing',
    value: 7_150_000,
    costs: [{ name: '工业相机', yuan: 860_000 }],
    sellers: ['institute'],
    buyers: ['robotics'],
    ip: 'software_copyright',
    termDays: 200,
    terms: '漏检率不大于万分之三，交付模型与部署脚本。',
  },
  {
    daysAgo: 2,
    title: '储能舱消防联动策略咨询',
    kind: 'consultancy',
    subKind: 'analysis',
    field: 'new_energy',
    value: 420_000,
    sellers: ['solver'],
    buyers: ['relative'],
    termDays: 90,
    terms: '提交分析评价报告一份。',
  },
]
