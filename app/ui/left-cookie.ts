// By which the server tells the browser's next page that the quick exit was taken as a plain link.

const name = 'left'

/** The Set-Cookie header of the quick exit; it says nothing, and goes with the browser. */
export const leftCookie = `${name}=1; Path=/; SameSite=Lax`

/** Whether somebody has left since a page's script looked. */
export function hasLeft(): boolean {
  return document.cookie.split('; ').includes(`${name}=1`)
}

/** What was to be done about it is done. */
export function forgetLeft(): void {
  document.cookie = `${name}=; Path=/; SameSite=Lax; Max-Age=0`
}
