/**
 * What is no question to the fact sheets: greetings, thanks, requests for something else than an answer. Told by form
 * alone, so that no list of topics is needed.
 */

const GREETING =
  /^\W*(?:hi|hello|hey|thanks?|thank\s+you|thx|cheers|bye|goodbye|good\s+(?:morning|afternoon|evening|night|day)|greetings|welcome|ok(?:ay)?|hola|buen[oa]s(?:\s+(?:d[ií]as|tardes|noches))?|(?:muchas\s+)?gracias|adi[oó]s|cool|great|nice|lol|yes|no|please|sorry|how\s+are\s+you|who\s+are\s+you|what\s+are\s+you|are\s+you)\b(?:\W+\p{L}+){0,5}\W*$/iu
const ORDER =
  /^\W*(?:please\s+)?(?:(?:can|could|would|will)\s+you\s+(?:please\s+)?)?(?:write|compose|sing|draw|paint|print|output|reveal|ignore|disregard|forget|pretend|act\s+as|role-?play|translate|rewrite|paraphrase|tell\s+me\s+a\s+(?:joke|story)|repeat|(?:book|order|buy|reserve|remind)\s+me)\b/i
const HELP =
  /^\W*(?:(?:can|could|will)\s+you\s+)?help(?:\s+me)?(?:\s+(?:out|please|with\s+(?:something|this|that|it)))*\W*$/i

/** Whether an input asks nothing that a fact sheet could answer. */
export function isChat(input: string): boolean {
  return GREETING.test(input) || ORDER.test(input) || HELP.test(input)
}
