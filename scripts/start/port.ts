import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { StartRefusal } from './refusal'

/**
 * Sees that the address can be listened on, before the long work.
 * @param patienceMs how long a process that is going down may still hold it.
 * @returns the port, chosen by the system where 0 was asked for.
 */
export async function checkPort(host: string, port: number, patienceMs: number): Promise<number> {
  const until = Date.now() + patienceMs
  for (;;) {
    try {
      return await listenOnce(host, port)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EADDRINUSE' && Date.now() < until) await pause(200)
      else throw explain(error, host, port)
    }
  }
}

function listenOnce(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ host: host.replace(/^\[|\]$/g, ''), port, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

function explain(error: unknown, host: string, port: number): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartRefusal(
        `端口 ${port} 已被占用，请先停止占用它的程序，或用 PORT 指定另一个端口。`,
        `Port ${port} is in use: stop the program that uses it, or name another port with PORT.`,
      )
    case 'EACCES':
      return new StartRefusal(
        `当前用户不能使用端口 ${port}，请用 PORT 指定 1024 以上的端口。`,
        `This user may not use port ${port}: name a port above 1023 with PORT.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartRefusal(`本机没有地址 ${host}，请检查 HOST。`, `This machine has no address ${host}: check HOST.`)
    default:
      return error
  }
}
