import { expect, test } from 'vitest'
import { isApiPath } from './api-path.ts'

test('every spelling that leads to the API is the API', () => {
  for (const path of [
    '/api/v1',
    '/api/v1/',
    '/api/v1/openapi.json',
    '/api/v1/followup/coverage',
    '/api/v1/followup/coverage/',
    '/API/v1/Followup/COVERAGE',
    '/api/v1/x2/3',
  ]) {
    expect(isApiPath(path), path).toBe(true)
  }
})

test('what is beside the API, or leads out of it, is not', () => {
  for (const path of [
    '/',
    '/api',
    '/api/',
    '/api/v2/x',
    '/api/v1x',
    '/x/api/v1',
    '/api/v1/..',
    '/api/v1/../sign-out',
    '/api/v1/../../sign-out',
    '/api/v1/%2e%2e/%2e%2e/sign-out',
    '/api/v1/x/..%2f..%2fsign-out',
    '/api/v1/x\\..\\sign-out',
    '/api/v1//x',
    '/api/v1/x\n',
  ]) {
    expect(isApiPath(path), path).toBe(false)
  }
})
