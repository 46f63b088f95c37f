import type { Locale } from '~/i18n'

/** What the root loader gives every page. */
export interface Shell {
  locale: Locale
  /** Business time of this answer, ISO; without it the demo clock is taken, and without that no relative times are shown. */
  now?: string
  demo: ShellDemo | null
  person: ShellPerson | null
  formToken: string
  nonce: string
  /** Path and query of this page: where language, identity and clock lead back to. */
  path: string
}

export interface ShellDemo {
  /** The business clock, ISO. */
  clock: string
  /** `role` is ready to show. */
  people: { key: string; name: string; role: string }[]
}

export interface ShellPerson {
  name: string
  organizations: { id: string; name: string; current: boolean }[]
  staffRoles: string[]
  todoCount: number
  /** Notifications not read yet; counted to 100. */
  unreadCount: number
}

/** Where the header, the demo bar and the footer lead. Those under `post` are forms; each sends `return_to` besides what is named here. */
export const shellPaths = {
  home: '/',
  search: '/search',
  login: '/login',
  workspace: '/workspace',
  notifications: '/workspace/notifications',
  demoMail: '/demo/mail',
  organizations: '/workspace/organizations',
  tokens: '/workspace/tokens',
  admin: '/admin',
  nav: {
    challenges: '/challenges',
    achievements: '/achievements',
    capabilities: '/capabilities',
    indicators: '/indicators',
    notices: '/notices',
  },
  footer: { verify: '/verify', about: '/about', data: '/about#data', api: '/about#api' },
  post: {
    /** `locale` */
    language: '/language',
    /** `organization`: id */
    organization: '/workspace/act-for',
    logout: '/logout',
    /** `person`: key */
    demoPerson: '/demo/enter',
    /** `to`: next_deadline, next_working_day */
    demoClock: '/demo/clock',
  },
} as const
