/**
 * Lines that are the page's, not the text's, wherever the words alone tell it: banners, sign-in boxes, footers. Each is
 * a whole line; nothing inside a line of the body is ever furniture.
 */

export interface KnownLine {
  readonly pattern: RegExp
  readonly reason: string
}

/** Furniture wherever it stands. */
export const ANYWHERE: readonly KnownLine[] = [
  { reason: 'banner', pattern: /^printable banner$/i },
  { reason: 'banner', pattern: /^(?:the )?(?:U\.S\.|United States) Department of State\s*[-–—]+\s*(?:Great )?Seal$/i },
  { reason: 'banner', pattern: /^Diplomacy in Action\.?$/i },
  { reason: 'banner', pattern: /^U\.S\. Department of State\s*[-–—|:]*\s*Diplomacy in Action\.?$/i },
  { reason: 'government banner', pattern: /^An official website of the United States government\b.{0,40}$/i },
  { reason: 'government banner', pattern: /^Here[’']s how you know[:.]?$/i },
  { reason: 'government banner', pattern: /^Official websites use \.gov\b.{0,140}$/i },
  { reason: 'government banner', pattern: /^(?:A|The) \.gov (?:website|means it)\b.{0,120}$/i },
  { reason: 'government banner', pattern: /^(?:Secure \.gov websites use HTTPS|The site is secure)\.?$/i },
  { reason: 'government banner', pattern: /^A lock\b.{0,60}https:\/\/.{0,200}$/i },
  // A lock is drawn inside the sentence, which breaks it in two or three.
  { reason: 'government banner', pattern: /^A lock \($|^\) or https:\/\/ means\b.{0,160}$/i },
  {
    reason: 'government banner',
    pattern: /^.{0,60}\.gov website\. Share sensitive information only on official, secure websites\.$/i,
  },
  { reason: 'government banner', pattern: /^Share sensitive information only on official, secure websites\.?$/i },
  {
    reason: 'archive banner',
    pattern:
      /^(?:NOTE:? )?(?:Content in this archive site is NOT UPDATED|This is an archived (?:page|site|website)|You are viewing (?:an )?archived?\b|Archived Content$|Information released online (?:from|prior to|between)\b).{0,400}$/i,
  },
  {
    reason: 'link disclaimer',
    pattern:
      /^(?:Note: )?External links to other Internet sites (?:should not be (?:construed|considered|taken|seen)|are not)\b.*$/i,
  },
  {
    reason: 'note on formats',
    pattern:
      /^(?:Note: )?(?:Some )?(?:documents|files) in (?:Portable Document Format|PDF|Adobe)\b.{0,60}\brequires? (?:the )?(?:free )?Adobe\b.*$/i,
  },
  {
    reason: 'skip link',
    pattern:
      /^(?:skip|jump) (?:to|over) (?:the )?(?:main |page |primary |site )?(?:content|navigation|menu|search|footer|text)$/i,
  },
  { reason: 'link of the page', pattern: /^(?:back to |return to )(?:the )?top(?: of (?:the )?page)?[\s↑^]*$/i },
  { reason: 'sign-in box', pattern: /^Do you already have an account on one of these sites\?.*$/i },
  { reason: 'sign-in box', pattern: /^OpenID is a service that\b.*$/i },
  { reason: 'sign-in box', pattern: /^Click the logo to sign in\b.*$/i },
  { reason: 'banner', pattern: /^\[?This is a mobile copy of .{1,200}$/i },
  { reason: 'cookie notice', pattern: /^(?:We use|This (?:web)?site uses) cookies\b.{0,400}$/i },
  {
    reason: 'script notice',
    pattern:
      /^(?:Please )?(?:enable|turn on) JavaScript\b.{0,200}$|^JavaScript (?:is|must be|appears to be) (?:required|needed|necessary|disabled|enabled|off|turned|not|currently)\b.{0,200}$/i,
  },
  { reason: 'footer', pattern: /^(?:©|\(c\)|Copyright (?:©|\(c\)|\d{4})).{0,200}$/i },
  { reason: 'footer', pattern: /^.{0,60}\ball rights reserved\.?$/i },
  {
    reason: 'footer',
    pattern:
      /^(?:The Office of (?:Electronic Information|Website Management), Bureau of (?:Public|Global Public) Affairs, manages this site|This site is managed by (?:the )?(?:Bureau|U\.S\. Department))\b.*$/i,
  },
  { reason: 'footer', pattern: /^Published by the U\.S\. Department of State Web ?site\b.{0,200}$/i },
  { reason: 'breadcrumbs', pattern: /^You are (?:here|in|viewing):\s.*$/i },
]

const SHARING =
  '(?:share(?: this(?: page| article)?)?(?: (?:on|via) \\w+)?|print(?:er[- ]friendly(?: version)?| this page| page)?|e-?mail(?: this(?: page)?| a friend)?|facebook|twitter|tweet|x|linkedin|instagram|youtube|flickr|tumblr|pinterest|google\\+?|rss|whatsapp|copy link|permalink|subscribe|follow us(?: on \\w+)?|like|more|save|download|text size|a a a)'
const FOOTER_LINK =
  '(?:privacy(?: policy| notice| statement| (?:and|&) disclaimers?)?|foia|freedom of information act|copyright(?: information| (?:and|&) (?:disclaimers|reuse))?|no fear act(?: data)?|accessibility(?: statement| links)?|contact(?: us)?|site ?map|usa\\.gov|(?:office of )?(?:the )?inspector general|other u\\.s\\. government info(?:rmation)?|white ?house|disclaimers?|terms (?:of use|and conditions)|legal notices?|about (?:us|this site)|careers|subject index|frequent questions|faqs?|archives?|external link policy|cookie(?:s| policy| settings)|plug-ins|help)'
const MENU_WORD =
  '(?:home|search|menu|main menu|close(?: menu)?|navigation|log ?in|log ?out|sign ?in|sign ?up|register|go|submit|advanced search|english|español|français|русский|العربية|languages?|top stories|quick links|in this section|related (?:links|content|articles|topics)|tags?|topics|what we do|who we are|where we are|newsroom|news|news and events|media|media cent(?:re|er)|multimedia|press(?: releases?| room| cent(?:re|er))?|events|resources|publications|updates|releases|videos|photos|speeches|statistics|jobs|vacancies|procurement|donate|about|about us|field offices|policy issues|(?:countries (?:&|and) areas|bureaus (?:&|and) offices|issues (?:&|and) press|travel (?:&|and) business|youth (?:&|and) education)|about (?:the )?state department|blog|previous|next|show more|see all|view all|read more|learn more)'
const SEPARATOR = '(?:\\s*[|•·/,:>»-]\\s*|\\s+)'

const linksOf = (words: string): RegExp => new RegExp(`^${words}(?:${SEPARATOR}${words})*$`, 'i')

/** Furniture only above the text's first words or below its last: inside the text the same word may be a heading. */
export const AT_THE_EDGES: readonly KnownLine[] = [
  { reason: 'sharing links', pattern: linksOf(SHARING) },
  { reason: 'footer links', pattern: linksOf(FOOTER_LINK) },
  { reason: 'menu', pattern: linksOf(MENU_WORD) },
  {
    reason: 'link of the page',
    pattern: /^(?:first|last|next|prev(?:ious)?) (?:page|article|story|topic)\s*[:>»›–-]\s*\S.{0,100}$/i,
  },
  { reason: 'links of the page', pattern: linksOf(`(?:${SHARING}|${FOOTER_LINK}|${MENU_WORD})`) },
]

/** Names of links that are headings of texts as well; the others never are. */
export const MAY_BE_A_HEADING =
  /^(?:media|multimedia|news|news and events|events|resources|publications|statistics|procurement|archives?|help|contact|about|what we do|who we are|topics|updates|videos|photos|speeches|careers|languages?)$/i

/** Whether a name is one of those that every site's bars of links hold. */
export const isPageWord = (text: string): boolean => AT_THE_EDGES.some(({ pattern }) => pattern.test(text))

/** What stands before a bar of links to other pages, and never before names that the text itself gives. */
export const LEADS_TO_PAGES =
  /^(?:(?:go|jump|switch|change|return|back) to|choose|select|browse|visit|view|see also|share|follow|print|available in|(?:other|more) (?:pages|regions|countries|topics|languages|stories|programs))\b[^:|]{0,40}:\s+/i

/** What stands over links to other pages, and never over a part of a text. */
export const RELATED_LABEL =
  /^(?:related (?:links|content|articles|topics|documents|pages|items|information)|quick links|see also|external links)\s*:?$/i
export const TAGS_LABEL = /^(?:tags?|keywords?|filed under)\s*:?$/i

/** The name of a site that stands alone on a line, as banners and footers print it; also a line of a text's head. */
export const SITE_NAME =
  /^(?:the )?(?:(?:U\.S\.|United States|US) Department of State|state\.gov|www\.[\w.-]+|OSCE|Organi[sz]ation for Security and Co-operation in Europe|Bureau of International Narcotics and Law Enforcement Affairs)$/i

/** What stands over a list of links and over no list of a text's own. */
export const SITE_LIST_LABEL =
  /^(?:participating states|partners for co-?operation|where we (?:are|work)|field (?:operations|offices|missions)|menu|navigation|in this section|bureaus (?:and|&) offices|site ?map|quick links|related (?:links|content|articles|topics)|tags?|a[-–]z(?: list)?)$/i

/** What stands over a list of links. */
export const LIST_LABEL =
  /^(?:participating states|partners for co-?operation|where we (?:are|work)|field (?:operations|offices|missions)|(?:our|country) offices|countries(?: and (?:regions|areas))?|regions|menu|navigation|in this section|bureaus (?:and|&) offices|site ?map|quick links|related (?:links|content|articles|topics)|tags?|topics|a[-–]z(?: list)?)$/i
