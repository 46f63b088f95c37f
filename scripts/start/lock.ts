import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandLineOf } from '#db/server/processes'
import { ownLike } from '#db/server/privileges'
import { StartRefusal } from './refusal'

export interface Lock {
  /** True when the last holder was killed: its processes may still be going down. */
  tookOver: boolean
  release(): void
}

/** Lets one supervisor at a time work on a data folder. A lock whose process is gone, or is another program by now, is taken over. */
export function lockDataFolder(dataDir: string): Lock {
  const path = join(dataDir, 'start.lock')
  let tookOver = false
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(path, `${process.pid}\n`, { flag: 'wx', mode: 0o600 })
      ownLike(dataDir, path)
      return { tookOver, release: () => rmSync(path, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = Number(readIfThere(path))
    if (holder !== process.pid && commandLineOf(holder)?.includes('start.ts')) {
      throw new StartRefusal(
        `揭榜已经在使用数据目录 ${dataDir}（进程 ${holder}），请先停止它，或用 DATA_DIR 指定另一个数据目录。`,
        `Jiebang already runs on the data folder ${dataDir} (process ${holder}): stop it first, or name another data folder with DATA_DIR.`,
      )
    }
    tookOver = true
    rmSync(path, { force: true })
  }
  throw new StartRefusal(
    `数据目录 ${dataDir} 正被另一个进程争用，请稍后再试。`,
    `Another process is taking the data folder ${dataDir}: try again in a moment.`,
  )
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return ''
  }
}
