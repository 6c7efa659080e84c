import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, parseMarkdown } from '#src/preview/markdown.ts'
import type { Inline } from '#src/preview/markdown-inline.ts'
import { escapeMarkdown } from '#src/reply/escape.ts'

/** Nodes in a short notation: `strong(text)`. */
function show(nodes: readonly (Block | Inline)[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case 'text':
          return node.text
        case 'break':
          return '⏎'
        case 'code':
          return `code(${node.text})`
        case 'link':
          return `link<${node.href}>(${show(node.children)})`
        case 'time':
          return `time(${node.at} ${node.style})`
        case 'mention':
          return `${node.of}(${node.text})`
        case 'heading':
          return `h${node.level}(${show(node.children)})`
        case 'quote':
          return `quote(${show(node.blocks)})`
        case 'list':
          return `${node.ordered ? `ol${node.start}` : 'ul'}(${node.items.map((item) => show(item)).join(' | ')})`
        case 'paragraph':
          return `p(${show(node.children)})`
        default:
          return `${node.kind}(${show(node.children)})`
      }
    })
    .join('')
}

/** Words and signs that Discord would read as markup. */
const SIGN = fc.constantFrom(
  ...['*', '**', '_', '~~', '|', '||', '`', '```', '#', '# ', '- ', '-# ', '> ', '>>> ', '1. ', '[a](https://b.c)'],
  ...['https://x.y/z', '<t:1>', '<@12>', '@everyone', '\\', '.', 'a', 'b c', 'snake_case', '</a:1>', '<:e:12>', ' '],
)

describe('Discord’s Markdown', () => {
  test.each([
    [
      '**bold** *it* _it_ __under__ ~~gone~~ ||hidden||',
      'p(strong(bold) em(it) em(it) underline(under) strike(gone) spoiler(hidden))',
    ],
    ['***both*** and __*under it*__', 'p(strong(em(both)) and underline(em(under it)))'],
    ['2 * 3 * 4, snake_case_name, a_b', 'p(2 * 3 * 4, snake_case_name, a_b)'],
    ['\\*FSA\\* and \\[1\\] and \\# no', 'p(*FSA* and [1] and # no)'],
    ['**open and `**code**`', 'p(**open and code(**code**))'],
    ['# One\n## Two\n### Three\n#### Four\n-# small', 'h1(One)h2(Two)h3(Three)p(#### Four)subtext(small)'],
    ['> a\n> **b**\nc', 'quote(p(a⏎strong(b)))p(c)'],
    ['x\n>>> a\n\nb', 'p(x)quote(p(a)p(b))'],
    ['- a\n- b\n  - c\n- d', 'ul(p(a) | p(b)ul(p(c)) | p(d))'],
    ['3. a\n4. b', 'ol3(p(a) | p(b))'],
    ['```ts\nconst a = "<b>"\n```\nafter', 'code(const a = "<b>")p(after)'],
    ['one\ntwo\n\nthree', 'p(one⏎two)p(three)'],
    [
      '[the page](https://a.gov/x_(y)) https://a.gov/z.',
      'p(link<https://a.gov/x_(y)>(the page) link<https://a.gov/z>(https://a.gov/z).)',
    ],
    ['<https://a.gov/>', 'p(link<https://a.gov/>(https://a.gov/))'],
    ['<t:1232409600:D> <t:0>', 'p(time(1232409600 D) time(0 f))'],
    [
      '<@12> <@!12> <@&12> <#12> @everyone </dossier add:12> <:flag:12>',
      'p(user(@user) user(@user) role(@role) channel(#channel) everyone(@everyone) command(/dossier add) :flag:)',
    ],
  ])('%s', (text, expected) => {
    expect(show(parseMarkdown(text))).toBe(expected)
  })

  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '<javascript:alert(1)>',
    '[x](vbscript:x) [y](file:///etc/passwd) [z](//evil.example)',
  ])('%s is no link', (text) => {
    expect(JSON.stringify(parseMarkdown(text))).not.toContain('"link"')
  })

  test('every link, in whatever text, goes to http or https', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      'javascript:',
      'https://a.b',
      'x',
      '\n',
      '\\',
      '*',
      '`',
      ' ',
      '"',
      '||',
      '> ',
      '- ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const [, href] of JSON.stringify(parseMarkdown(pieces.join(''))).matchAll(/"href":"([^"]*)/g))
          expect(href).toMatch(/^https?:\/\//)
      }),
    )
  })

  test('no letter or digit of plain words is lost', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,8}$/)
    const mark = fc.constantFrom('*', '**', '_', '~~', '||', ' ', '\n', '> ', '`')
    fc.assert(
      fc.property(fc.array(fc.oneof(word, mark), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const words = (each: string) => each.replace(/[^a-z0-9]/g, '')
        const kept = [...JSON.stringify(parseMarkdown(text)).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map((match) =>
          JSON.parse(`"${match[1]}"`),
        )
        expect(words(kept.join(''))).toBe(words(text.replace(/```([a-z0-9]*)\n(?=[\s\S]*```)/g, '')))
      }),
    )
  })

  test('the words of a source, escaped by the reply, are shown as they stand there', () => {
    fc.assert(
      fc.property(fc.array(SIGN, { maxLength: 14 }), (signs) => {
        const words = signs.join('').replace(/\s+/g, ' ').trim()
        fc.pre(words !== '')
        expect(show(parseMarkdown(`> ${escapeMarkdown(words)}`))).toBe(`quote(p(${words}))`)
      }),
    )
  })

  test.each([
    '*'.repeat(4000),
    '['.repeat(4000),
    '**a '.repeat(1000),
    '`'.repeat(4000),
    '||_~~'.repeat(800),
    '> '.repeat(2000),
  ])('a long run of marks is read', (text) => {
    expect(parseMarkdown(text).length).toBeGreaterThan(0)
  })
})
