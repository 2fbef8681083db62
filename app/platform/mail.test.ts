import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sendMail } from './mail.server.ts'

interface Received {
  from: string
  to: string[]
  source: string
}

const received: Received[] = []
let refuseNext = false

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo(_address, _session, done) {
    const refused = refuseNext
    refuseNext = false
    done(refused ? new Error('no such mailbox') : null)
  },
  onData(stream, session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope
      received.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
        source: Buffer.concat(chunks).toString('utf8'),
      })
      done()
    })
  },
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${port}`)
  vi.stubEnv('MAIL_FROM', 'Samsyn <no-reply@samsyn.exempel.se>')
  vi.stubEnv('SECRET', 'a'.repeat(32))
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

const mail = {
  to: 'kim@exempel.se',
  subject: 'Bekräfta din e-postadress',
  text: 'Hej,\n\nhttps://samsyn.exempel.se/confirm-email/abc\n',
}

function decoded(source: string): { headers: string; body: string } {
  const [headers = '', ...rest] = source.replace(/\r\n/g, '\n').split('\n\n')
  const body = rest.join('\n\n')
  const encoding = /^content-transfer-encoding: (\S+)$/im.exec(headers)?.[1]
  if (encoding === 'base64') return { headers, body: Buffer.from(body, 'base64').toString('utf8') }
  if (encoding !== 'quoted-printable') return { headers, body }
  const bytes = body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return { headers, body: Buffer.from(bytes, 'latin1').toString('utf8') }
}

test('a mail reaches a real server with sender, receiver, subject and plain text', async () => {
  await sendMail(mail)
  const { from, to, source } = received.at(-1)!
  expect(from).toBe('no-reply@samsyn.exempel.se')
  expect(to).toEqual(['kim@exempel.se'])
  const { headers, body } = decoded(source)
  expect(headers).toMatch(/^From: Samsyn <no-reply@samsyn\.exempel\.se>$/m)
  expect(headers).toMatch(/^Content-Type: text\/plain; charset=utf-8$/im)
  // "ä" is no ASCII, so the subject is encoded (RFC 2047).
  expect(headers).toMatch(/^Subject: =\?UTF-8\?[QB]\?/im)
  expect(body.trimEnd()).toBe(mail.text.trimEnd())
})

test('a line break in a subject adds no header', async () => {
  await sendMail({ ...mail, subject: 'Konto\r\nBcc: elak@exempel.se' })
  const { to, source } = received.at(-1)!
  expect(to).toEqual(['kim@exempel.se'])
  expect(source).not.toMatch(/^Bcc:/im)
})

test('a server that refuses makes the sending fail, so that its job tries again', async () => {
  const before = received.length
  refuseNext = true
  await expect(sendMail(mail)).rejects.toThrow('no such mailbox')
  expect(received).toHaveLength(before)
  await sendMail(mail)
  expect(received).toHaveLength(before + 1)
})
