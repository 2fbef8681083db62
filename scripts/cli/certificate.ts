import { issueMissingCertificates } from '~/domain/credential/issue-certificates.server.ts'
import type { Commands } from './command.ts'

export const certificateCommands: Commands = {
  'certificate issue': {
    usage: '',
    does: "issues the certificates that people have earned and do not have; the holders' own settings stay",
    run: async () => ({ answer: await issueMissingCertificates() }),
  },
}
