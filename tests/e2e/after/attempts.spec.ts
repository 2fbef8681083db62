import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import type { Verification } from '~/domain/attempt/verify-attempts.server.ts'
import { toldVerification } from '../../setup/verify-attempts.ts'
import { verificationEnding } from '../setup/samsyn-server.ts'
import { runFolder } from '../setup/template.ts'

test('attempt verify finds all attempts of the whole run holding what their trails come to', () => {
  const names = readdirSync(runFolder).filter((name) => name.endsWith(verificationEnding))
  const logs = readdirSync(runFolder).filter((name) => name.endsWith('.log'))
  expect(names.length, 'each server of the run has been verified').toBe(logs.length)
  for (const name of names) {
    const verification = JSON.parse(
      readFileSync(path.join(runFolder, name), 'utf8'),
    ) as Verification
    expect(verification.attempts, name).toBeGreaterThan(0)
    expect(verification.faults, `${name}: ${toldVerification(verification)}`).toEqual([])
  }
})
