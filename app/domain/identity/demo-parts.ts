/** The demo people by the part they play, in the order in which they are offered. Their texts are in i18n under `demo.person`. */
export const demoParts = {
  posing: ['poser', 'poser_viewer', 'relative', 'semiconductor', 'newcomer'],
  solving: ['solver', 'rival', 'partner', 'robotics', 'materials', 'institute'],
  judging: ['judge', 'judge_two', 'judge_three'],
  serving: ['broker', 'pilot', 'tester', 'health', 'computing', 'financier', 'investor'],
  office: ['reviewer', 'registrar', 'analyst'],
  administration: ['system_administrator', 'security_administrator', 'audit_administrator'],
  outside: ['stranger'],
} as const

export type DemoPart = keyof typeof demoParts
export type DemoKey = (typeof demoParts)[DemoPart][number]

export const demoKeys: readonly DemoKey[] = Object.values(demoParts).flat()

export const isDemoKey = (key: string): key is DemoKey => (demoKeys as readonly string[]).includes(key)
