/** Fact sheets made from plain text, for tests that need to edit and generate them: a blank line parts passages. */
import { hash } from 'node:crypto'
import type { FactSheet, FrontMatter, Passage, Section, Sentence } from '#src/corpus/model.ts'

const META: FrontMatter = {
  title: 'Supporting Rights and Justice',
  publisher: 'U.S. Department of State, Bureau of International Narcotics and Law Enforcement Affairs',
  url: 'http://www.state.gov/j/inl/focus/ruleoflaw/index.htm',
  date: null,
  notBefore: '2013-12',
  countries: [],
  retrieved: '2026-11-22',
  replaces: null,
}

/** A line that begins with `# ` is a heading; every other paragraph is a passage of naively split sentences. */
export function plainSheet(id: string, body: string, meta: Partial<FrontMatter> = {}): FactSheet {
  const head = `---\ntitle: ${id}\n---\n\n`
  const text = head + body
  const sections: Section[] = []
  const passages: Passage[] = []
  let section: Section = { index: 0, heading: null, level: 0, start: head.length, end: text.length }
  for (const match of body.matchAll(/(?<=^|\n\n)[^\n](?:[^\n]|\n(?!\n))*/g)) {
    const start = head.length + match.index
    const paragraph = match[0].trimEnd()
    const end = start + paragraph.length
    if (paragraph.startsWith('# ')) {
      sections.push({ ...section, end: start })
      section = { index: section.index + 1, heading: paragraph.slice(2), level: 1, start, end: text.length }
      continue
    }
    passages.push({
      sheet: id,
      index: passages.length,
      kind: 'paragraph',
      start,
      end,
      section,
      runIn: null,
      reading: { text: paragraph, span: (from, to) => ({ start: start + from, end: start + to }) },
      sentences: sentences(paragraph, start),
      places: [],
      topics: [],
    })
  }
  sections.push(section)
  return {
    id,
    file: `${id}.md`,
    text,
    body: { start: head.length, end: text.length },
    meta: { ...META, title: id, ...meta },
    sections,
    passages,
    acronyms: [],
    hash: hash('sha256', text, 'hex'),
  }
}

function sentences(paragraph: string, offset: number): Sentence[] {
  return [...paragraph.matchAll(/\S[\s\S]*?(?:[.!?](?=\s|$)|(?=\n)|$)/g)].map((match, index) => ({
    index,
    text: match[0],
    start: offset + match.index,
    end: offset + match.index + match[0].length,
    places: [],
    named: [],
  }))
}
