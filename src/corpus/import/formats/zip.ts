/**
 * What an archive holds, within limits that are checked before anything is unpacked and again while it is: an archive
 * of a few kilobytes can claim, or hide, gigabytes.
 */
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { Refusal } from '../convert.ts'

export interface Member {
  /** Its path in the archive. */
  readonly path: string
  readonly bytes: Buffer
}

export interface ZipLimits {
  readonly members: number
  /** Bytes of one member and of all, unpacked. */
  readonly member: number
  readonly total: number
}

class Refused extends Error {
  override readonly name = 'Refused'
}

/** The members that `wanted` names; the others are not unpacked. */
export async function unzip(
  archive: Uint8Array,
  wanted: (path: string) => boolean,
  limits: ZipLimits,
): Promise<{ readonly ok: true; readonly members: readonly Member[] } | Refusal> {
  const members: Member[] = []
  try {
    const zip = await fromBufferPromise(Buffer.from(archive), { lazyEntries: true })
    if (zip.entryCount > limits.members) throw new Refused(`more than ${limits.members} files in it.`)
    let total = 0
    for await (const entry of zip.eachEntry()) {
      const path = entry.fileName
      if (path.endsWith('/') || !wanted(path)) continue
      if (entry.isEncrypted()) throw new Refused(`${JSON.stringify(path)} is encrypted.`)
      total += entry.uncompressedSize
      if (entry.uncompressedSize > limits.member)
        throw new Refused(`${JSON.stringify(path)} is too large when unpacked.`)
      if (total > limits.total) throw new Refused('too large when unpacked.')
      members.push({ path, bytes: await unpacked(zip, entry) })
    }
    return { ok: true, members }
  } catch (error) {
    const message = error instanceof Refused ? error.message : 'no archive that can be unpacked: damaged or cut off.'
    return { ok: false, message, cure: 'Unpack it yourself, look at what it holds, and add the files that are wanted.' }
  }
}

/** At most as many bytes as the entry claims: a stream that goes on is an error, and nothing of it is kept. */
async function unpacked(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry)
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream) {
    if (!Buffer.isBuffer(piece)) continue
    size += piece.length
    if (size > entry.uncompressedSize) {
      stream.destroy()
      throw new Refused(`${JSON.stringify(entry.fileName)} holds more than it says.`)
    }
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
