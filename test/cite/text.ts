/** Prose that reads like a fact sheet's, made of few words so that equals, figures and names often come again. */
import fc from 'fast-check'

const WORDS = [
  ...['police', 'border', 'training', 'the', 'of', 'and', 'not', 'in', 'is', 'INL', 'program', 'prosecutors', 'courts'],
  ...[
    'Azerbaijan',
    'Tajikistan',
    'Kyrgyz',
    'Armenia',
    '1,500',
    '$2.25',
    'million',
    'FY07',
    '14',
    'posts',
    '“cops”',
    'nation’s',
  ],
  ...['anti-corruption', '(RLA)', 'long-term', 'Straße', 'Şuşa', '49%', '2004', 'supports', 'e.g.', '*FSA'],
]

export const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 })
  .map((words) => `${words.join(' ')}.`)

export const paragraph = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '))

const heading = fc
  .array(fc.constantFrom('Challenges', 'Goals', 'U.S.', 'Programs', 'Funding', 'Цели'), { minLength: 1, maxLength: 3 })
  .map((words) => `# ${words.join(' ')}`)

const block = fc.oneof({ weight: 5, arbitrary: paragraph }, { weight: 1, arbitrary: heading })

/** The blocks of a body; join them with a blank line. */
export const blocks = fc.array(block, { minLength: 1, maxLength: 10 })
