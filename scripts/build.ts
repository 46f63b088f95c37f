import { buildIfOld } from './start/build'
import { sentenceOf } from './start/refusal'

try {
  await buildIfOld(console.log)
} catch (error) {
  console.error(sentenceOf(error))
  process.exitCode = 1
}
