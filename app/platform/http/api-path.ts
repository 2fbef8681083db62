/**
 * Whether a path is one of the API for other systems, as the routes take it: in small letters or
 * capitals, with or without a slash at the end, /api/v1 itself too. Its segments begin with a letter or a
 * digit, so that no ".." leads out of it, however it is written.
 */
export function isApiPath(path: string): boolean {
  return /^\/api\/v1(\/[a-z0-9][a-z0-9._-]*)*\/?$/i.test(path)
}
