/** A capability is a listing like an achievement: the same people may draft, change and list it. */
export { mayChange, mayDraft, mayList } from '../achievement/access'
