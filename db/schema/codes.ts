/** Code lists of the field as the database stores them; texts for people are in app/i18n. Source: RULES 2, 3, 7, 9, 10. */

export const technicalFields = [
  'electronics_information',
  'aerospace',
  'advanced_manufacturing',
  'biomedicine',
  'new_materials',
  'new_energy',
  'environment',
  'nuclear',
  'agriculture',
  'transport',
  'urban_social',
] as const
export type TechnicalField = (typeof technicalFields)[number]

export const organizationKinds = ['enterprise', 'platform', 'brokerage', 'fund', 'bank', 'insurer', 'agency'] as const
export type OrganizationKind = (typeof organizationKinds)[number]

export const platformTypes = [
  'national_key_lab',
  'provincial_lab',
  'technology_innovation_centre',
  'enterprise_research_institute',
  'new_type_rd',
  'university',
  'research_institute',
  'hospital',
  'manufacturing_innovation_centre',
  'proof_of_concept_centre',
  'pilot_base',
  'inspection_body',
] as const
export type PlatformType = (typeof platformTypes)[number]

export const levels = ['national', 'provincial', 'municipal', 'district'] as const
export type Level = (typeof levels)[number]

export const memberRoles = ['owner', 'editor', 'viewer'] as const
export type MemberRole = (typeof memberRoles)[number]

export const staffRoles = [
  'reviewer',
  'registrar',
  'analyst',
  'system_administrator',
  'security_administrator',
  'audit_administrator',
  'judge',
] as const
export type StaffRole = (typeof staffRoles)[number]

export const cooperationModes = ['commissioned', 'joint', 'assignment', 'licence', 'consultancy', 'service'] as const
export type CooperationMode = (typeof cooperationModes)[number]

export const comparators = ['>=', '<=', '=', 'between'] as const
export type Comparator = (typeof comparators)[number]

export const transferModes = [
  'assignment',
  'exclusive_licence',
  'sole_licence',
  'non_exclusive_licence',
  'open_licence',
  'equity',
  'use_first_pay_later',
  'joint_development',
] as const
export type TransferMode = (typeof transferModes)[number]

export const serviceKinds = [
  'proof_of_concept',
  'set_up',
  'trial_production',
  'process_innovation',
  'testing',
  'instrument',
  'computing',
] as const
export type ServiceKind = (typeof serviceKinds)[number]

export const contractKinds = ['development', 'assignment', 'licence', 'consultancy', 'service'] as const
export type ContractKind = (typeof contractKinds)[number]

/** Sub-kinds by kind. Source: RULES 2. */
export const contractSubKinds = {
  development: ['commissioned', 'joint'],
  assignment: [
    'patent',
    'patent_application',
    'know_how',
    'software',
    'layout_design',
    'plant_variety',
    'biological_variety',
  ],
  licence: ['patent', 'know_how', 'software', 'layout_design', 'plant_variety', 'biological_variety'],
  consultancy: ['feasibility', 'forecast', 'investigation', 'analysis'],
  service: ['general', 'intermediary', 'training'],
} as const satisfies Record<ContractKind, readonly string[]>

export const partyTypes = [
  'enterprise_state',
  'enterprise_collective',
  'enterprise_private',
  'enterprise_limited',
  'enterprise_joint_stock',
  'enterprise_hmt',
  'enterprise_foreign_invested',
  'enterprise_overseas',
  'institution_research',
  'institution_university',
  'institution_medical',
  'institution_other',
  'government',
  'association',
  'natural_person',
  'other',
] as const
export type PartyType = (typeof partyTypes)[number]

export const ipTypes = [
  'invention_patent',
  'utility_model',
  'design_patent',
  'know_how',
  'software_copyright',
  'layout_design',
  'plant_variety',
  'biomedical_variety',
  'design_copyright',
  'none',
] as const
export type IpType = (typeof ipTypes)[number]

export const objectives = [
  'agriculture',
  'industry_commerce',
  'energy',
  'infrastructure_planning',
  'environment',
  'health',
  'education',
  'social_development',
  'earth_atmosphere',
  'civil_space',
  'non_oriented',
  'defence',
  'other_civil',
] as const
export type Objective = (typeof objectives)[number]

export const planSources = [
  'national_major',
  'national_key_rd',
  'national_natural_science',
  'innovation_guidance',
  'base_talent',
  'ministry',
  'provincial',
  'municipal_county',
  'none',
] as const
export type PlanSource = (typeof planSources)[number]

export const paymentModes = [
  'lump_sum',
  'instalments',
  'royalty',
  'entry_fee_and_royalty',
  'use_first_pay_later',
  'other',
] as const
export type PaymentMode = (typeof paymentModes)[number]

export const trls = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** GB/T 2260 code of Hangzhou High-tech Zone (Binjiang): what "of the district" means. */
export const districtRegion = '330108'

/** Grounds for refusing a registration. Source: RULES 5. */
export const refusalGrounds = ['unclear', 'not_technology', 'unlawful', 'monopoly', 'registered_elsewhere'] as const
export type RefusalGround = (typeof refusalGrounds)[number]

/** Why a poser lets a match be. Source: DESIGN 5, expression of interest; figures_missed is what only a match can say. */
export const refusalReasons = [
  'too_early',
  'benefit_unclear',
  'price',
  'terms',
  'not_our_field',
  'description_unclear',
  'already_solved',
  'figures_missed',
  'other',
] as const
export type RefusalReason = (typeof refusalReasons)[number]
