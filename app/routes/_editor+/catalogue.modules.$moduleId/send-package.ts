/** Why a package was not taken in, as the server tells it. */
export interface UploadRefusal {
  code: string
  detail: Record<string, string | number>
  /** The standard's rule that was broken, where one was. */
  clause?: string
}

export type UploadAnswer =
  { kind: 'taken'; to: string } | { kind: 'refused'; refusal: UploadRefusal } | { kind: 'stopped' }

export interface Upload {
  answer: Promise<UploadAnswer>
  stop: () => void
}

/**
 * Sends a form with a package and tells how far it has come. fetch cannot: it says nothing of what it
 * has sent.
 */
export function sendPackage(
  url: string,
  form: FormData,
  on: { progress: (sentBytes: number, totalBytes: number) => void; sent: () => void },
): Upload {
  const request = new XMLHttpRequest()
  const answer = new Promise<UploadAnswer>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => on.progress(loaded, total)
    request.upload.onload = on.sent
    request.onload = () => resolve(answerOf(request.status, request.response))
    request.onerror = () => resolve(refused('upload.broken-off'))
    request.onabort = () => resolve({ kind: 'stopped' })
  })
  request.open('POST', url)
  request.responseType = 'json'
  request.send(form)
  return { answer, stop: () => request.abort() }
}

/** What an answer means. A page from a proxy in between is no JSON, so that `body` is null. */
export function answerOf(status: number, body: unknown): UploadAnswer {
  if (typeof body !== 'object' || body === null) return refused('upload.failed')
  if (status === 200 && 'to' in body && typeof body.to === 'string') {
    return { kind: 'taken', to: body.to }
  }
  if (!('code' in body) || typeof body.code !== 'string') return refused('upload.failed')
  const detail = 'detail' in body ? (body.detail as UploadRefusal['detail']) : {}
  const clause = 'clause' in body && typeof body.clause === 'string' ? body.clause : undefined
  return { kind: 'refused', refusal: { code: body.code, detail, clause } }
}

function refused(code: string): UploadAnswer {
  return { kind: 'refused', refusal: { code, detail: {} } }
}
