/** What a file says must not steer the terminal it is shown on. */
export const harmless = (text: string): string => text.replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd')

/** Writes a text, made harmless, and a line end. */
export function print(text: string, stream: NodeJS.WriteStream): void {
  stream.write(`${harmless(text)}\n`)
}
