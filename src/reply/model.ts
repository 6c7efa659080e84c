/**
 * A reply: an answer laid out, before any surface. Blocks are whole: one is shown in full or not at all, so an excerpt
 * and its citation are never torn apart.
 */
import type { Outcome } from '../answer/model.ts'

export interface ReplyFile {
  readonly name: string
  readonly contentType: string
  readonly data: Uint8Array
  /** For images: what they show. */
  readonly description?: string
}

export type Block =
  /** Text in Discord's Markdown, already escaped where it quotes. */
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'rule' }
  /** An image among the reply's files. */
  | { readonly kind: 'image'; readonly file: string; readonly alt: string }
  /** A file among the reply's files, to be opened or saved. */
  | { readonly kind: 'file'; readonly file: string }

export type Button =
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | {
      readonly kind: 'action'
      readonly label: string
      /** The action that the button asks for and its arguments; they become its sealed custom id. */
      readonly action: string
      readonly args: readonly string[]
      readonly style: 'primary' | 'secondary' | 'success' | 'danger'
    }

export interface SelectMenu {
  readonly action: string
  readonly args: readonly string[]
  readonly placeholder: string
  readonly options: readonly { readonly label: string; readonly value: string; readonly description?: string }[]
}

export interface Reply {
  readonly outcome: Outcome
  /** Seen only by the person who asked. */
  readonly private: boolean
  readonly blocks: readonly Block[]
  readonly buttons: readonly Button[]
  readonly selects: readonly SelectMenu[]
  readonly files: readonly ReplyFile[]
  /** Stands on top of every page. */
  readonly heading?: string
  /** Left out where pages can't be turned: then what doesn't fit is only counted. */
  readonly pages?: Pages
}

/** Which page is shown, and what asks for another one. */
export interface Pages {
  /** 0 for the first; beyond the last is the last. */
  readonly page: number
  readonly action: string
  /** What the button carries after the number of its page. */
  readonly args: readonly string[]
}

/** A form that a button or command opens; what is typed comes back under the fields' ids. */
export interface Form {
  readonly title: string
  readonly action: string
  readonly args: readonly string[]
  readonly fields: readonly {
    readonly id: string
    readonly label: string
    readonly long: boolean
    readonly value: string
    readonly longest: number
  }[]
}

/** A reply of text blocks only. */
export function textReply(outcome: Outcome, paragraphs: readonly string[], isPrivate = false): Reply {
  const blocks = paragraphs.filter((markdown) => markdown !== '').map((markdown): Block => ({ kind: 'text', markdown }))
  return { outcome, private: isPrivate, blocks, buttons: [], selects: [], files: [] }
}
