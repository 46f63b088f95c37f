/** The embedded database cannot start, for a reason that the person at the console can mend; `message` says it in Chinese, then in English. */
export class DatabaseRefusal extends Error {
  override name = 'DatabaseRefusal'
  constructor(chinese: string, english: string) {
    super(`${chinese}\n${english}`)
  }
}

/** Turns a failed file operation on `path` into a sentence; anything unexpected comes back as it was. */
export function explainFileError(error: unknown, path: string): unknown {
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path)
    case 'EACCES':
    case 'EPERM':
      return new DatabaseRefusal(
        `没有权限读写 ${path}，请换一个有权限的用户启动，或用 DATA_DIR 指定另一个数据目录。`,
        `No permission to read and write ${path}: start as a user who has it, or name another data folder with DATA_DIR.`,
      )
    case 'EROFS':
      return new DatabaseRefusal(
        `${path} 所在的磁盘是只读的，请用 DATA_DIR 指定一个可写的数据目录。`,
        `The disk that holds ${path} is read-only: name a writable data folder with DATA_DIR.`,
      )
    case 'ENOTDIR':
    case 'EEXIST':
      return new DatabaseRefusal(
        `数据目录 ${path} 不是一个文件夹，请移走同名文件或用 DATA_DIR 指定另一个目录。`,
        `The data folder ${path} is not a folder: move the file of that name away, or name another folder with DATA_DIR.`,
      )
    default:
      return error
  }
}

export const diskFull = (path: string) =>
  new DatabaseRefusal(
    `磁盘已满，${path} 无法写入，请腾出空间后再启动。`,
    `The disk is full and ${path} cannot be written: free some space, then start again.`,
  )

export const damaged = (path: string, detail: string) =>
  new DatabaseRefusal(
    `数据库目录 ${path} 已损坏（${detail}），请从备份恢复，或移走该目录后重新启动（数据将重新生成）。`,
    `The database folder ${path} is damaged (${detail}): restore it from a backup, or move it away and start again with fresh data.`,
  )
