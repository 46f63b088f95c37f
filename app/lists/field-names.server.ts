import { technicalFields } from '#db/schema'
import type { Name } from '~/services/search/known-names'
import { soundOf } from '~/services/search/sound.server'
import { type Locale, translator } from '~/i18n'

const spoken = translator('zh-CN')
const known = new Map<Locale, Name[]>()

/** Technical fields as names that can be looked for: read in the page's language, sounding in Chinese. */
export function fieldNames(locale: Locale): readonly Name[] {
  let names = known.get(locale)
  if (!names) {
    const t = translator(locale)
    names = technicalFields.map((value) => ({
      ...{ kind: 'field', value, count: 0, label: t(`common.field.${value}`) },
      sound: soundOf(spoken(`common.field.${value}`)),
    }))
    known.set(locale, names)
  }
  return names
}
