import commonEn from './en/common.json'
import homeEn from './en/home.json'
import authEn from './en/auth.json'
import organizationEn from './en/organization.json'
import identityEn from './en/identity.json'
import challengeEn from './en/challenge.json'
import bidEn from './en/bid.json'
import evaluationEn from './en/evaluation.json'
import awardEn from './en/award.json'
import achievementEn from './en/achievement.json'
import capabilityEn from './en/capability.json'
import contractEn from './en/contract.json'
import indicatorEn from './en/indicator.json'
import matchingEn from './en/matching.json'
import notificationEn from './en/notification.json'
import settingsEn from './en/settings.json'
import workspaceEn from './en/workspace.json'
import adminEn from './en/admin.json'
import apiEn from './en/api.json'
import errorsEn from './en/errors.json'
import demoEn from './en/demo.json'
import aboutEn from './en/about.json'
import searchEn from './en/search.json'
import commonZh from './zh-CN/common.json'
import homeZh from './zh-CN/home.json'
import authZh from './zh-CN/auth.json'
import organizationZh from './zh-CN/organization.json'
import identityZh from './zh-CN/identity.json'
import challengeZh from './zh-CN/challenge.json'
import bidZh from './zh-CN/bid.json'
import evaluationZh from './zh-CN/evaluation.json'
import awardZh from './zh-CN/award.json'
import achievementZh from './zh-CN/achievement.json'
import capabilityZh from './zh-CN/capability.json'
import contractZh from './zh-CN/contract.json'
import indicatorZh from './zh-CN/indicator.json'
import matchingZh from './zh-CN/matching.json'
import notificationZh from './zh-CN/notification.json'
import settingsZh from './zh-CN/settings.json'
import workspaceZh from './zh-CN/workspace.json'
import adminZh from './zh-CN/admin.json'
import apiZh from './zh-CN/api.json'
import errorsZh from './zh-CN/errors.json'
import demoZh from './zh-CN/demo.json'
import aboutZh from './zh-CN/about.json'
import searchZh from './zh-CN/search.json'

/** The areas of text, one JSON file per area and language. A new area is registered here and nowhere else. */
export const texts = {
  'zh-CN': {
    common: commonZh,
    home: homeZh,
    auth: authZh,
    organization: organizationZh,
    identity: identityZh,
    challenge: challengeZh,
    bid: bidZh,
    evaluation: evaluationZh,
    award: awardZh,
    achievement: achievementZh,
    capability: capabilityZh,
    contract: contractZh,
    indicator: indicatorZh,
    matching: matchingZh,
    notification: notificationZh,
    settings: settingsZh,
    workspace: workspaceZh,
    admin: adminZh,
    api: apiZh,
    errors: errorsZh,
    demo: demoZh,
    about: aboutZh,
    search: searchZh,
  },
  en: {
    common: commonEn,
    home: homeEn,
    auth: authEn,
    organization: organizationEn,
    identity: identityEn,
    challenge: challengeEn,
    bid: bidEn,
    evaluation: evaluationEn,
    award: awardEn,
    achievement: achievementEn,
    capability: capabilityEn,
    contract: contractEn,
    indicator: indicatorEn,
    matching: matchingEn,
    notification: notificationEn,
    settings: settingsEn,
    workspace: workspaceEn,
    admin: adminEn,
    api: apiEn,
    errors: errorsEn,
    demo: demoEn,
    about: aboutEn,
    search: searchEn,
  },
} as const
