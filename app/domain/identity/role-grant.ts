import { roles, type Role, type Scope } from '~/kernel/actor.ts'
import { permissions } from '~/kernel/permission.ts'

export type ScopeKind = Scope['kind']

/** Where a role counts, as it is kept: `ref` is a county's code or an organisation's id; null for the nation. */
export interface ScopeRef {
  kind: ScopeKind
  ref: string | null
}

const inOrder: readonly ScopeKind[] = ['nation', 'county', 'catchment', 'organisation']

/** The kinds of scope in which a role allows anything at all, as the permission table has it. */
export function scopeKindsOf(role: Role): ScopeKind[] {
  const rows: Partial<Record<Role, readonly ScopeKind[]>>[] = Object.values(permissions)
  return inOrder.filter((kind) => rows.some((row) => row[role]?.includes(kind)))
}

/** What an administrator may give; a delegation is the manager's to give, and always ends. */
export const grantableRoles = roles.filter(
  (role): role is Exclude<Role, 'delegate'> => role !== 'delegate',
)

/** Whether a text from outside names a role that can be given to anybody. */
export function isRole(text: unknown): text is Role {
  return grantableRoles.some((role) => role === text)
}

/** A scope as a form sends it: "nation", "county:21", "organisation:<id>". */
export function scopeText({ kind, ref }: ScopeRef): string {
  return ref === null ? kind : `${kind}:${ref}`
}

/** The scope that a form sent; undefined when it is none. */
export function parseScope(text: string): ScopeRef | undefined {
  const [kind, ref, ...more] = text.split(':')
  if (more.length > 0) return undefined
  if (kind === 'nation') return ref === undefined ? { kind, ref: null } : undefined
  if (kind === 'county') return /^\d{2}$/.test(ref ?? '') ? { kind, ref: ref! } : undefined
  if (kind !== 'catchment' && kind !== 'organisation') return undefined
  return /^[0-9a-f-]{36}$/.test(ref ?? '') ? { kind, ref: ref! } : undefined
}
