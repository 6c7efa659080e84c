/**
 * Words that hold a country's name or look like it and are something else, and the words that tell which is meant.
 * Everything here is lower case and without accents, as text is compared.
 */

/** Phrases that name no country, `|` between them. */
export const PHRASES =
  'new england|new south wales|gulf of mexico|gulf of guinea|gulf of oman|' +
  'gulf of thailand|gulf of panama|gulf of finland|persian gulf|indian ocean|indian ocean commission|sea of japan|south china sea|' +
  'east china sea|lake chad|lake chad basin|lake malawi|congo basin|congo river|niger river|niger basin|' +
  'american indian|american indians|bureau of indian affairs|indian affairs|indian country|indian health service|indian reservation|indian reservations|indian tribe|indian tribes|georgia national guard|native american|native americans|latin america|latin american|latin americans|' +
  'south america|south american|south americans|central america|central american|central americans|' +
  'north america|north american|north americans|middle america|organization of american states|organisation of american states|' +
  'inter american|pan american|ibero american|bank of america|voice of america|central africa|west indian|west indians|' +
  'east africa|west africa|west african|east african|north africa|north african|southern africa|' +
  'guinea pig|guinea pigs|guinea fowl|guinea worm|german shepherd|german shepherds|german measles|belgian malinois|' +
  'belgian shepherd|belgian shepherds|dutch shepherd|dutch shepherds|french fries|french press|french horn|french toast|' +
  'swiss army knife|turkish bath|turkish baths|brazil nut|brazil nuts|russian roulette|mexican standoff|panama papers|' +
  'panama hat|panama city florida|chinese wall|indian summer|danish pastry|spanish flu|' +
  'vietnam war|vietnam veteran|vietnam veterans|korean war|netherlands antilles|congo red|paris pact|' +
  'djibouti code of conduct|djibouti code|georgia tech|georgia state university|georgia state patrol|georgia state board|georgia state prison|georgia public safety training|georgia , usa|georgia usa|georgia , u s a|georgia , u s|' +
  'district of columbia|columbia university|washington|' +
  'holland america|jersey city|baja california|china white|chile pepper|chile peppers|' +
  'arabic|creole|dari|farsi|kurdish|pashto|persian|swahili|turkey vulture|turkey dinner|roast turkey|cold turkey|polish up|family reunion|class reunion'

/** The states of the United States, with those that share a country's name. */
export const US_STATES =
  'alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|' +
  'indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|' +
  'nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|' +
  'pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington state|' +
  'west virginia|wisconsin|wyoming'

/** Towns and posts of the U.S. state of Georgia that texts name before it: "Glynco, Georgia". */
export const TOWNS_OF_GEORGIA: ReadonlySet<string> = new Set(
  (
    'atlanta albany alpharetta athens augusta benning brunswick columbus conyers covington dalton decatur duluth ' +
    'forsyth gainesville glynco gordon griffin hinesville jackson kennesaw lagrange lawrenceville macon marietta ' +
    'milledgeville moore morrow norcross reidsville robins rome roswell savannah smyrna statesboro stewart thomasville ' +
    'tifton valdosta warner'
  ).split(' '),
)

/** What follows "Georgia" in the name of a body of the state. */
export const STATE_BODIES: ReadonlySet<string> = new Set(
  'board bureau chiefs department peace power sheriffs southern superior'.split(' '),
)

/** What precedes "of Georgia" where the state is meant. */
export const STATE_BEFORE: ReadonlySet<string> = new Set(['state', 'district', 'university'])

/** Before "US" in capitals these make it a pronoun: "CONTACT US". */
export const PRONOUN_BEFORE: ReadonlySet<string> = new Set(
  'about contact follow for give help join let of on show tell to visit with'.split(' '),
)

/** A capital before one of these names a paper, a body or a process, not a place: "Rome Statute", "Minsk Group". */
export const INSTRUMENTS: ReadonlySet<string> = new Set(
  (
    'accord accords action agenda agreement agreements amendment amendments charter code commitment commitments ' +
    'communique compact conclusions consensus convention conventions criteria declaration declarations document ' +
    'formula framework group guidelines initiative mechanism memorandum network outcome pact plan platform principles ' +
    'process protocol protocols roadmap rules statement statute treaty'
  ).split(' '),
)

/** Languages spoken, or official, in more than one country: as a language they say nothing of the country. */
export const LANGUAGES: ReadonlySet<string> = new Set(
  (
    'albanian arabic chinese creole croatian danish dari dutch english farsi french german greek italian korean ' +
    'kurdish pashto persian portuguese romanian russian serbian somali spanish swahili swedish turkish'
  ).split(' '),
)

/** After a language's name: it is spoken, taught, written or translated. */
export const LANGUAGE_AFTER: ReadonlySet<string> = new Set(
  (
    'class classes course courses dialect edition fluency fluent interpretation interpreter interpreters language ' +
    'languages lesson lessons literacy medium only proficiency proficient reading speaker speakers speaking spoken ' +
    'subtitles teacher teachers text translation translations translator translators version versions vocabulary'
  ).split(' '),
)

/** Before a language's name: it is spoken, learned or translated. */
export const LANGUAGE_BEFORE: ReadonlySet<string> = new Set(
  'basic conversational fluent learn learned learning legal speak speaking speaks spoke spoken teach teaching taught'.split(
    ' ',
  ),
)

/** Small words after which a bare language is one where nothing but an end or a small word follows. */
export const LANGUAGE_PREPOSITIONS: ReadonlySet<string> = new Set(['in', 'into', 'from', 'to'])

/** Small words that can follow a bare language; a noun would make it an adjective ("in French prisons"). */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'and as at but by during for from if in into is of on or so that the to was were when which while who with'.split(
    ' ',
  ),
)
