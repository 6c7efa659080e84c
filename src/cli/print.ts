/** Writes a text and a line end; what a file says must not steer the terminal it is shown on. */
export function print(text: string, stream: NodeJS.WriteStream): void {
  stream.write(`${text.replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd')}\n`)
}
