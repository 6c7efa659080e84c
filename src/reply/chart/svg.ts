/** Writes SVG elements. Every attribute and text is escaped here and nowhere else. */
export type Attributes = Readonly<Record<string, string | number>>

export function escapeXml(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;')
      // Characters that XML does not allow at all.
      .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
  )
}

/** `<name …>inner</name>`; `inner` is markup that this module has written. */
export function element(name: string, attributes: Attributes, inner = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    const plain = typeof value === 'number' ? String(Math.round(value * 100) / 100) : value
    return ` ${key}="${escapeXml(plain)}"`
  })
  return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`
}

export function textElement(text: string, attributes: Attributes): string {
  return element('text', attributes, escapeXml(text))
}
