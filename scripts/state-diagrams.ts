import type { StateTable } from '~/domain/kernel/states'
import { registry } from '~/domain/registry'
import { isTextKey, translator } from '~/i18n'

interface Life {
  name: string
  states: StateTable<string, string, never>
}

/** Every life that some command moves, by name. */
function lives(): Life[] {
  const found = new Map<string, Life>()
  for (const command of registry.values()) {
    if ('of' in command) found.set(command.of.name, command.of as unknown as Life)
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The page of state diagrams: one per life, drawn from the table that commands and buttons read. */
export function stateDiagrams(): string {
  const parts = lives().map(({ name, states }) => `## ${name}\n\n\`\`\`mermaid\n${diagram(name, states)}\n\`\`\`\n`)
  return (
    '# State diagrams\n\nDrawn from the tables of states by `npx tsx scripts/states.ts`; do not edit. An arrow says the event, who fires it and, ' +
    'in brackets, what must hold.\n\n' +
    parts.join('\n')
  )
}

function diagram(name: string, states: Life['states']): string {
  const t = translator('zh-CN')
  const called = (state: string) => {
    const key = `${name}.state.${state}`
    return isTextKey(key) ? `${state} ${t(key)}` : state
  }
  const all = Object.entries(states)
  const reached = new Set(all.flatMap(([, row]) => Object.values(row).map((each) => each?.to)))
  const lines = ['stateDiagram-v2', '  direction LR']
  for (const [state] of all) lines.push(`  state "${called(state)}" as ${state}`)
  const first = all[0]?.[0]
  lines.push(`  [*] --> ${first}`)
  for (const [state, row] of all) {
    const events = Object.entries(row)
    for (const [event, transition] of events) {
      if (!transition) continue
      const guard = transition.guard?.name ? ` [${transition.guard.name}]` : ''
      lines.push(`  ${state} --> ${transition.to}: ${event} · ${transition.by}${guard}`)
    }
    if (events.length === 0 && reached.has(state)) lines.push(`  ${state} --> [*]`)
  }
  return lines.join('\n')
}
