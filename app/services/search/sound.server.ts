import { pinyin } from 'pinyin-pro'

/** How a name sounds, syllable by syllable, without tones: 高新区 → gao xin qu. What is not Chinese stays as it is. */
export function soundOf(name: string): string[] {
  return pinyin(name.toLowerCase(), { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
}
