/**
 * Bytes become text. Told by byte order mark or the null bytes of UTF-16 first, then by being valid UTF-8, then by what a web
 * page says of itself, then as Windows-1252, the usual other encoding of old web pages. What is no text is refused with a cure; nothing is replaced by a guess.
 */

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly message: string; readonly cure: string }

/**
 * The text of a source file, without its byte order mark, or why it cannot be told.
 * @param declared the encoding that a web page gives for itself; believed where its bytes are no UTF-8
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const decoded = decodeBytes(bytes, declared)
  if (!decoded.ok) return decoded
  if (decoded.text.trim() === '') return refuse('empty, expected the text of a fact sheet.', 'Save the page again.')
  if (looksBinary(decoded.text))
    return refuse('no text: it holds control characters.', 'Save the page as plain text, encoded as UTF-8.')
  return decoded
}

/** `<meta charset=windows-1251>`, or the older form with a content type. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  return /<meta\b[^>]*\bcharset\s*=\s*["']?([\w:.-]{2,40})/i.exec(start)?.[1] ?? null
}

function decodeBytes(bytes: Uint8Array, declared: string | null): Decoded {
  const [first, second] = bytes
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  const utf16 = marked ?? unmarkedUtf16(bytes)
  if (utf16 !== null) {
    const text = tryDecode(utf16, bytes)
    if (text === null && marked !== null)
      return refuse('marked as UTF-16, but not valid.', 'Save the page as plain text in UTF-8.')
    if (text !== null) return { ok: true, text, warnings: ['it was UTF-16; the fact sheet is written as UTF-8'] }
  }
  const utf8 = tryDecode('utf-8', bytes)
  if (utf8 !== null) return { ok: true, text: utf8, warnings: [] }
  const stated = declared === null || /^utf-?(?:8|16)/i.test(declared) ? null : tryDecode(declared, bytes)
  if (stated !== null)
    return { ok: true, text: stated, warnings: [`it was ${declared}; the fact sheet is written as UTF-8`] }
  // Five bytes have no character in Windows-1252: with one of them it is neither.
  const single = bytes.some((byte) => byte === 0 || [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte))
    ? null
    : tryDecode('windows-1252', bytes)
  if (single === null || !readsAsWestern(single))
    return refuse(
      'not UTF-8, and in no encoding that can be told.',
      'Open it where it reads well and save it as UTF-8.',
    )
  return { ok: true, text: single, warnings: ['it was not UTF-8 and was read as Windows-1252: look at its accents'] }
}

/** Western letters in UTF-16 have a null byte each, all on the same side. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const nulls = [0, 0]
  const seen = bytes.subarray(0, 2000)
  for (const [at, byte] of seen.entries()) if (byte === 0) nulls[at % 2] = (nulls[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nulls
  if (seen.length < 20 || Math.max(even, odd) < seen.length * 0.35 || Math.min(even, odd) > 0) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function tryDecode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Text in another single-byte encoding (Cyrillic, say) reads as long runs of accented letters in Windows-1252. */
function readsAsWestern(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const plain = text.match(/[A-Za-z]/g)?.length ?? 0
  return plain > 0 && plain / letters > 0.7
}

/** A null byte is never text (and Markdown would replace it); a stray other control character may be. */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true
  const controls = text.match(/(?![\t\n\v\f\r\x85])\p{Cc}/gu)?.length ?? 0
  return controls > 8 && controls > text.length / 1000
}

function refuse(message: string, cure: string): Decoded {
  return { ok: false, message, cure }
}
