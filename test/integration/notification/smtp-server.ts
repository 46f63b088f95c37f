import { type AddressInfo, type Socket, createServer } from 'node:net'

/** A mail as a server took it. */
export interface Taken {
  from: string
  to: string
  /** Headers and body as they were sent, lines with \n. */
  data: string
}

/** What the server says to a command; null lets the usual answer stand. */
export type Says = (command: string) => string | null

/** A small mail server (RFC 5321, without extensions) on a port of its own. */
export async function smtpServer() {
  const taken: Taken[] = []
  const heard: string[] = []
  const sockets = new Set<Socket>()
  let says: Says = () => null
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    const reply = (line: string) => {
      if (line === 'hang up') return socket.destroy()
      socket.write(`${line}\r\n`)
    }
    let [from, to] = ['', '']
    let inData = false
    let buffer = ''
    reply(says('CONNECT') ?? '220 test ESMTP')
    socket.on('data', (chunk) => {
      buffer += chunk.toString('utf8')
      for (;;) {
        const end = inData ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n')
        if (end < 0) return
        const said = buffer.slice(0, end)
        buffer = buffer.slice(end + (inData ? 5 : 2))
        if (inData) {
          inData = false
          const answer = says('BODY') ?? '250 taken'
          // Where the connection breaks now, the mail was taken and its sender does not know.
          if (answer.startsWith('250') || answer === 'hang up')
            taken.push({ from, to, data: said.replace(/\r\n/g, '\n').replace(/^\.\./gm, '.') })
          reply(answer)
          continue
        }
        heard.push(said)
        const verb = said.slice(0, 4).toUpperCase()
        const own = says(said)
        if (own !== null) {
          reply(own)
          continue
        }
        if (verb === 'MAIL') from = /<(.*)>/.exec(said)?.[1] ?? ''
        if (verb === 'RCPT') to = /<(.*)>/.exec(said)?.[1] ?? ''
        if (verb === 'DATA') inData = true
        reply(verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 fine')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    heard,
    answer(next: Says) {
      says = next
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A header as it reads once it is unfolded and its encoded words are decoded. */
export function headerOf(data: string, name: string): string | undefined {
  const head = data.slice(0, data.indexOf('\n\n')).replace(/\n[ \t]+/g, ' ')
  const raw = new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]
  return raw
    ?.replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_all, base64: string) => Buffer.from(base64, 'base64').toString('utf8'))
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_all, quoted: string) => unquoted(quoted.replace(/_/g, ' ')))
}

/** The parts of a multipart mail by their type, decoded. */
export function partsOf(data: string): Record<string, string> {
  const boundary = /boundary="([^"]+)"/.exec(data)![1]!
  return Object.fromEntries(
    data
      .split(`--${boundary}`)
      .slice(1, -1)
      .map((part) => {
        const [head = '', ...body] = part.trimStart().split('\n\n')
        const type = /content-type: ([\w/]+)/i.exec(head)![1]!
        const encoding = /content-transfer-encoding: (\S+)/i.exec(head)?.[1]
        const text = body.join('\n\n')
        if (encoding === 'base64') return [type, Buffer.from(text, 'base64').toString('utf8')]
        return [type, encoding === 'quoted-printable' ? unquoted(text.replace(/=\n/g, '')) : text]
      }),
  )
}

const unquoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
