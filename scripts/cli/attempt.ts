import { verifyAttempts } from '~/domain/attempt/verify-attempts.server.ts'
import type { Commands } from './command.ts'

export const attemptCommands: Commands = {
  'attempt verify': {
    usage: '[--code SUPPORT-CODE]',
    does: 'proves that every attempt holds what its trail of commits comes to, byte for byte; changes nothing',
    options: ['code'],
    run: async ({ options: { code } }) => {
      const answer = await verifyAttempts(code === undefined ? null : code.toUpperCase())
      return { answer, exitCode: answer.faultCount > 0 ? 1 : 0 }
    },
  },
}
