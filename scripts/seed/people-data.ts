import type { Level, MemberRole, OrganizationKind, PartyType, PlatformType, StaffRole } from '#db/schema'
import type { DemoKey } from '~/domain/identity/demo-parts'
import { creditCodeCheck } from '~/domain/organization/credit-code'

/** The one password of all demo people. Documented: the embedded default is a demo, and says so. */
export const demoPassword = 'binjiang-demo-2026'

export interface SeedPerson {
  key: DemoKey
  name: string
  staff?: StaffRole
  /** A further member of an organisation that somebody else owns. */
  member?: { of: DemoKey; role: MemberRole }
}

export interface SeedOrganization {
  /** Its owner, by whose key it is also known. */
  owner: DemoKey
  name: string
  kind: OrganizationKind
  platformType?: PlatformType
  level?: Level
  /** GB/T 2260. */
  region: string
  partyType: PartyType
  /** Owner key of the organisation that controls it. */
  controlledBy?: DemoKey
  /** First two characters of the code: who registered it, and as what. */
  registered: '91' | '12' | '52'
  introduction: string
  /** How far it got: all but one are verified. */
  until: 'verified' | 'submitted'
}

/** People in the order in which they sign up; the system administrator first, because he gives the staff roles. */
export const seedPeopleData: readonly SeedPerson[] = [
  { key: 'system_administrator', name: '赵立新', staff: 'system_administrator' },
  { key: 'security_administrator', name: '钱卫东', staff: 'security_administrator' },
  { key: 'audit_administrator', name: '孙静怡', staff: 'audit_administrator' },
  { key: 'reviewer', name: '沈亦宁', staff: 'reviewer' },
  { key: 'registrar', name: '徐登峰', staff: 'registrar' },
  { key: 'analyst', name: '陆闻', staff: 'analyst' },
  { key: 'judge', name: '方远舟', staff: 'judge' },
  { key: 'judge_two', name: '何晓岚', staff: 'judge' },
  { key: 'judge_three', name: '梁启明', staff: 'judge' },
  { key: 'poser', name: '张工' },
  { key: 'poser_viewer', name: '林小雨', member: { of: 'poser', role: 'viewer' } },
  { key: 'solver', name: '周航' },
  { key: 'rival', name: '陈江' },
  { key: 'partner', name: '苏文清' },
  { key: 'broker', name: '汪桥' },
  { key: 'pilot', name: '高岩' },
  { key: 'financier', name: '金以恒' },
  { key: 'relative', name: '张江平' },
  { key: 'semiconductor', name: '顾清' },
  { key: 'robotics', name: '夏川' },
  { key: 'materials', name: '余海波' },
  { key: 'institute', name: '潘浩然' },
  { key: 'tester', name: '邵明' },
  { key: 'health', name: '叶安然' },
  { key: 'computing', name: '程一鸣' },
  { key: 'investor', name: '褚潮' },
  { key: 'newcomer', name: '季新' },
  { key: 'stranger', name: '路知行' },
]

export const seedOrganizationsData: readonly SeedOrganization[] = [
  {
    owner: 'poser',
    name: '杭州江芯微电子有限公司',
    kind: 'enterprise',
    region: '330108',
    partyType: 'enterprise_limited',
    registered: '91',
    introduction: '设计工业级电源管理与传感芯片，年出货约三亿颗，客户以储能、电机驱动和仪器仪表厂商为主。',
    until: 'verified',
  },
  {
    owner: 'solver',
    name: '北辰储能研究院',
    kind: 'platform',
    platformType: 'new_type_rd',
    level: 'provincial',
    region: '330106',
    partyType: 'institution_research',
    registered: '52',
    introduction: '省级新型研发机构，研究储能电池、功率变换与热安全，有中试线两条。',
    until: 'verified',
  },
  {
    owner: 'rival',
    name: '杭州硅谷江能源技术有限公司',
    kind: 'enterprise',
    region: '330108',
    partyType: 'enterprise_limited',
    registered: '91',
    introduction: '做储能变流器与能量管理系统，承担过多项省重点研发计划项目。',
    until: 'verified',
  },
  {
    owner: 'partner',
    name: '钱江工业大学材料与化工学院',
    kind: 'platform',
    platformType: 'university',
    level: 'provincial',
    region: '330114',
    partyType: 'institution_university',
    registered: '12',
    introduction: '电化学、功能薄膜与先进陶瓷方向，常以联合体成员参与企业课题。',
    until: 'verified',
  },
  {
    owner: 'broker',
    name: '杭州汇桥技术转移有限公司',
    kind: 'brokerage',
    region: '330108',
    partyType: 'enterprise_limited',
    registered: '91',
    introduction: '有技术经纪人十二名，服务集成电路、新能源和生命健康领域的成果转化。',
    until: 'verified',
  },
  {
    owner: 'pilot',
    name: '滨江微纳制造中试基地',
    kind: 'platform',
    platformType: 'pilot_base',
    level: 'municipal',
    region: '330108',
    partyType: 'enterprise_limited',
    registered: '91',
    introduction: '提供微纳加工、封装和小批量试制，洁净间两千平方米，对外开放预约。',
    until: 'verified',
  },
  {
    owner: 'financier',
    name: '杭州江畔银行股份有限公司滨江支行',
    kind: 'bank',
    region: '330108',
    partyType: 'enterprise_joint_stock',
    registered: '91',
    introduction: '科技支行，做研发贷、知识产权质押贷款和技术合同应收账款融资。',
    until: 'verified',
  },
  {
    owner: 'relative',
    name: '杭州江芯能源科技有限公司',
    kind: 'enterprise',
    region: '330108',
    partyType: 'enterprise_limited',
    controlledBy: 'poser',
    registered: '91',
    introduction: '江芯微电子的控股子公司，做储能电池管理系统。',
    until: 'verified',
  },
  {
    owner: 'semiconductor',
    name: '苏州澄湖半导体材料有限公司',
    kind: 'enterprise',
    region: '320000',
    partyType: 'enterprise_foreign_invested',
    registered: '91',
    introduction: '生产光刻配套试剂与抛光材料，在滨江寻找检测与表面处理技术。',
    until: 'verified',
  },
  {
    owner: 'robotics',
    name: '杭州明川机器人股份有限公司',
    kind: 'enterprise',
    region: '330108',
    partyType: 'enterprise_joint_stock',
    registered: '91',
    introduction: '做人形机器人关节模组与高速电机，既发榜也揭榜。',
    until: 'verified',
  },
  {
    owner: 'materials',
    name: '宁波甬创新材料有限公司',
    kind: 'enterprise',
    region: '330200',
    partyType: 'enterprise_private',
    registered: '91',
    introduction: '研制高导热复合材料与特种胶膜，有年产三百吨的中试线。',
    until: 'verified',
  },
  {
    owner: 'institute',
    name: '浦江智能装备研究院',
    kind: 'platform',
    platformType: 'research_institute',
    level: 'municipal',
    region: '310000',
    partyType: 'institution_research',
    registered: '12',
    introduction: '研究精密测量、机器视觉与产线智能化，成果面向长三角转化。',
    until: 'verified',
  },
  {
    owner: 'tester',
    name: '华量检测技术研究院',
    kind: 'platform',
    platformType: 'inspection_body',
    level: 'provincial',
    region: '330110',
    partyType: 'institution_other',
    registered: '12',
    introduction: '具备 CMA 与 CNAS 资质，做电子元器件、电池与材料的可靠性试验。',
    until: 'verified',
  },
  {
    owner: 'health',
    name: '滨江生命健康概念验证中心',
    kind: 'platform',
    platformType: 'proof_of_concept_centre',
    level: 'district',
    region: '330108',
    partyType: 'institution_other',
    registered: '12',
    introduction: '为高校和医院的早期成果做概念验证、样机搭建与注册路径咨询。',
    until: 'verified',
  },
  {
    owner: 'computing',
    name: '杭州启算智能计算有限公司',
    kind: 'enterprise',
    region: '330109',
    partyType: 'enterprise_limited',
    registered: '91',
    introduction: '运营智能算力中心，按卡时提供训练与推理算力，接受算力券结算。',
    until: 'verified',
  },
  {
    owner: 'investor',
    name: '杭州江潮科创投资基金管理有限公司',
    kind: 'fund',
    region: '330108',
    partyType: 'enterprise_limited',
    registered: '91',
    introduction: '投资硬科技早期项目，愿意与技术合同同步出资。',
    until: 'verified',
  },
  {
    owner: 'newcomer',
    name: '杭州新序医疗科技有限公司',
    kind: 'enterprise',
    region: '330108',
    partyType: 'enterprise_private',
    registered: '91',
    introduction: '做可穿戴血流监测设备，刚在平台登记，等待审核。',
    until: 'submitted',
  },
]

export const seedEmail = (key: DemoKey): string => `${key.replaceAll('_', '.')}@demo.jiebang.example`

/** Mod-11 check character of an organisation code (GB 11714), the tail of a unified social credit code. */
function organizationCodeCheck(first: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = [...first].reduce((total, character, index) => total + parseInt(character, 36) * weights[index]!, 0)
  const check = 11 - (sum % 11)
  return check === 11 ? '0' : check === 10 ? 'X' : String(check)
}

/** A made-up code that passes every check: registered as, region, serial number of the demo, check characters. */
export function seedCode(owner: DemoKey): string {
  const index = seedOrganizationsData.findIndex((each) => each.owner === owner)
  const organization = seedOrganizationsData[index]
  if (!organization) throw new Error(`${owner} owns no organisation`)
  const serial = `XJB${String(index + 1).padStart(5, '0')}`
  const first = `${organization.registered}${organization.region}${serial}${organizationCodeCheck(serial)}`
  return `${first}${creditCodeCheck(first)}`
}
