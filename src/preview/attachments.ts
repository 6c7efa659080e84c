/** Files that came with a reply, kept in memory under an address that can't be guessed. */
import { randomBytes } from 'node:crypto'
import type { OutgoingFile } from '#src/discord/surface.ts'
import { Kept } from './kept.ts'

export interface Attachment {
  readonly name: string
  readonly contentType: string
  readonly size: number
  /** Path on this server. */
  readonly url: string
}

/** 64 MB in all. */
const MOST_BYTES = 64 * 1024 * 1024
/** What a browser may show in the page; anything else is saved. None of these runs a script under the policy below. */
const SHOWN = /^(image\/(png|jpeg|gif|webp|svg\+xml)|text\/(plain|csv)|application\/json)\b/

export class Attachments {
  readonly #files = new Kept<OutgoingFile>(MOST_BYTES, (file) => file.data.byteLength + 1024)

  keep(file: OutgoingFile): Attachment {
    const id = randomBytes(18).toString('base64url')
    this.#files.set(id, file)
    const url = `/preview/files/${id}/${encodeURIComponent(file.name)}`
    return { name: file.name, contentType: file.contentType, size: file.data.byteLength, url }
  }

  /** The file as an HTTP answer; null where there is none of that id and name. */
  serve(id: string, name: string): Response | null {
    const file = this.#files.get(id)
    if (file === undefined || file.name !== name) return null
    const shown = SHOWN.test(file.contentType)
    const ascii = file.name.replace(/[^\w.-]/g, '_')
    return new Response(new Uint8Array(file.data), {
      headers: {
        'content-type': shown && file.contentType.startsWith('text/') ? 'text/plain; charset=utf-8' : file.contentType,
        'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      },
    })
  }
}
