import { writeFileSync } from 'node:fs'
import { stateDiagrams } from './state-diagrams'

writeFileSync(new URL('../docs/states.md', import.meta.url), stateDiagrams())
