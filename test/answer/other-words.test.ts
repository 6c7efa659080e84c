/** Questions put in other words than the sheet's: who is counted, where something stands, why, and of whom it is told. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Library } from '#src/answer/library.ts'
import { openCorpus } from '#src/answer/open.ts'
import { program } from '#src/answer/program.ts'
import { corpusOf, sheetOf } from '#test/support/corpus.ts'
import { said } from './sheets.ts'

const BODY = `# Programs

Cells: The cell ledger, kept since 2011, freed 213 persons who had served their time. The welfare rooms in Lamia and Poti were used by 3,100 clients in 2012. The Audit Branch of the ministry has removed 57 officers since 2010. With the Alliance Against Heroin (AAH) INL has helped to found 44 coalitions in nine towns.

Laboratory: Its chemists examine 730 samples of suspected drugs a year. The ministry works closely with the customs service on poisons. Three of its rooms were repaired. The microscope was returned in response to a complaint of the guild.

Roads: In Nova Gorda robbery of taxi drivers has fallen by half. A survey followed 90 drivers in Malawi for six months. The road school trains wardens in first aid. More than 60 wardens have passed.

Council: INL advises the Inland Waters Council, one of whose four members, Malawi, is an observer; the others are Zambia, Angola and Tanzania. The Maritime Guard Service (SGM) patrols the lake.

Lake: Ann Moyo, the Head of the Lake Safety Unit at the Harbor Office in Lilongwe, opens the national conference on ferry fires, Lilongwe, 6 May 2012. (Harbor Office/Joe Banda)
The Lake Safety Unit inspects ferries and teaches crews to put out fires. Its street theater project plays in five towns: Zomba, Karonga, Dedza, Salima and Nsanje. Until 2009 the lake had a single working radar. On the lake, fewer than one skipper in six is a woman. INL has supplied two other harbors with radios. These results mark a great change for the lake's fishermen.

Ports: A joint port unit of 12 officers at Nkhata profiles freight barrels. Despite its name, the unit is no part of the army. It opened 240 barrels between May 2009 and June 2010. A second unit is planned for the port of Chipoka. A survey ship, the MV Ilala, lost its anchor in 2011. A panel led by Justice Rose Phiri looked into the loss.

Plan: President Mutharika has adopted a ferry plan with four pillars. Those pillars are radar, rescue and training. The plan has offices in five towns: Rumphi, Ntcheu and Balaka. Its chair reports to the Standing Council of Nations in spring. INL supports the national lake rescue directorate (DIRELAGO) with ropes. DIRELAGO pulled 77 boats ashore in 2012. Prosecutors from Kenya, Zambia and Angola met in Zomba to agree on a form. The ferry courts indicted two former members of Parliament.

Islands: Likoma and Chizumulu each received three rescue rafts in 2012. The park shelters about 4,100 hippos, and eleven rangers were trained. A special court for intellectual property opened in Blantyre in 2008. American aid to the Lake Coroner was suspended in July 2012 after a scandal. The old jetty, closed for lack of staff since 2011, is used for nets. INL gave the Department of Fisheries six scales. Fisheries officers weigh every catch.

Goals: INL's lake goals are to: 1) find smugglers; 2) train pilots; and 3) mend the piers. In 2010 the Coast Bureau, Tide Bureau, and Bureau of Nets wrote a handbook on pier safety. The Registry hears pleas from skippers, of which 96 were recorded in 2012. At the Salima gate, the LRA stopped 58 couriers in 2011. The first eye clinic in the country, located in the Queen Rose Hospital, treats 140 patients each day. The lake is home to more than half of the remaining otters. A pier campaign has reached 9,000 pupils. INL is partnering with three harbor departments to mend cranes. Malawi sends divers to lake rescues abroad. Pilots are taught in English. In 2009 a storm of eleven days destroyed the Bandawe fishers camp. The lake prison service dismissed 32 wardens after a first round of tests. The ferry course takes place at Monkey Bay. It lasts four weeks and ends with a swim. The lake council took the ministry off its list, citing a law on nets. The service named its first female director-general, Mercy Kamanga, in 2012. The Minimum Rules for Skippers (MRS) hang in each ferry. The seven-week drought that struck Malawi and Lesotho ended in April 2011. INL works with two U.S. police departments on radios. With the Ohio Department of Prisons, INL wrote a form for wardens. In response to a new mandate of the lake council which includes 900 divers, INL developed partnerships with three towns. Five further heroin cases are being heard. The unit has reached over 300 members of the harbor police.

FY10: $1.25 million (INCLE)
FY11: $1.5 million (INCLE)`

const COUNTRIES = `INL runs prison courses in several countries. The budget for them grew to $48 million in FY 2012.

Fiji: INL taught 31 wardens in Suva.

Nepal: INL taught 64 wardens in Dharan.

Ghana: INL taught 18 wardens in Tema.`

let library: Library
beforeAll(async () => {
  const one = { title: '"Malawi: Programs"', date: '2013-02-03', countries: '[MW]' }
  const several = { title: '"Prisons"', date: '2013-05-06', countries: '[FJ, NP, GH]' }
  library = await openCorpus(
    corpusOf({ 'malawi.md': sheetOf(one, BODY), 'prisons.md': sheetOf(several, `# Prisons\n\n${COUNTRIES}`) }),
  )
})

describe('an answer is found', () => {
  it.each([
    ['where people are counted as persons', 'How many detainees did the cell ledger free?', '213 persons'],
    [
      'where visitors are counted as clients',
      'How many visitors did the welfare rooms in Lamia and Poti have?',
      '3,100 clients',
    ],
    ['where cops are counted as officers', 'how many cops has the Audit Branch removed since 2010', '57 officers'],
    [
      'where "against" stands behind the counted thing',
      'How many town coalitions against heroin did INL and AAH start?',
      '44 coalitions',
    ],
    [
      'where the capital stands for the country whose sheet it is',
      'How many suspected drug samples does the Lilongwe lab look at per year?',
      '730 samples',
    ],
    [
      'where a word stands between a verb and its "with"',
      'Which service does the ministry work with on poisons?',
      'closely with',
    ],
    ['where a cause is what something answers to', 'Why was the microscope returned?', 'in response to'],
    ['where a place opens the sentence', 'Where has robbery of taxi drivers fallen by half?', 'In Nova Gorda'],
    ['in the next sentence, where that has the number', 'How many wardens passed the road school?', 'More than 60'],
    ['where members are countries', 'Who are the four members of the Inland Waters Council?', 'Zambia'],
    ['where an abbreviation keeps another order', 'SGM stands for?', 'Maritime Guard Service (SGM)'],
    ['where towns are listed', 'Which Malawian towns have the street theater project?', 'Zomba, Karonga'],
    [
      'in what a unit does, not in a picture of its head',
      'What does the Lake Safety Unit of the Harbor Office in Lilongwe do?',
      'inspects ferries',
    ],
    ['where the number is a single one', 'How many working radars did the lake have before 2009?', 'a single working'],
    ['where a share is so many in so many', 'What share of skippers on the lake are women?', 'one skipper in six'],
    ['where who got it is told by who gave it', 'how many other harbors received radios', 'two other harbors'],
    ['where an abbreviation is to be expanded', 'expand SGM', 'Maritime Guard Service (SGM)'],
    [
      'where "mean for" asks for no definition',
      'What do the results mean for the fishermen of the lake?',
      'mark a great',
    ],
    ['where "address" is a verb', 'What fires does the Lake Safety Unit address?', 'put out fires'],
    [
      'where the number stands two sentences further on',
      'How many barrels did the Nkhata port unit open?',
      '240 barrels',
    ],
    [
      'where who did it stands further on',
      'Who led the panel on the anchor lost by the MV Ilala?',
      'Justice Rose Phiri',
    ],
    [
      'where the next sentence lists what one announces',
      "Name the four pillars of Mutharika's ferry plan",
      'Those pillars',
    ],
    ['where so many towns are listed', 'In which five towns does the ferry plan have offices?', 'Rumphi, Ntcheu'],
    ['where an abbreviation stands for no name of its letters', 'What is DIRELAGO?', 'directorate (DIRELAGO)'],
    [
      'where whose prosecutors they are is asked',
      "Which countries' prosecutors met in Zomba?",
      'Kenya, Zambia and Angola',
    ],
    ['where a verb stands behind the counted thing', 'How many hippos live in Malawi?', '4,100 hippos'],
    ['where islands are asked for', 'which islands received rescue rafts in 2012', 'Likoma and Chizumulu'],
    ['where initials stand for words of the field', 'malawi special IP court opened when', 'in Blantyre in 2008'],
    [
      'where Washington is the publisher’s government',
      'Why did Washington suspend aid to the Lake Coroner?',
      'suspended in July',
    ],
    ['as what explains an abbreviation, before what only uses it', 'SGM lake', 'Maritime Guard Service (SGM)'],
    ['where a numbered list counts them', 'How many lake goals does INL have in Malawi?', '1) find smugglers'],
    [
      'where those who did it are listed',
      'How many bureaus wrote the pier safety handbook, and which?',
      'Bureau of Nets',
    ],
    ['where "of which" goes before the number', 'how many pleas did the Registry record in 2012', '96 were recorded'],
    ['where a name stands behind the counted thing', 'number of couriers LRA stopped at Salima in 2011', '58 couriers'],
    [
      'where a hospital is no other town',
      'How many patients does the Lilongwe eye clinic treat per day?',
      '140 patients',
    ],
    ['where pupils are school kids', 'How many school kids has the pier campaign reached?', '9,000 pupils'],
    ['in hasty words', 'how many harbor depts is INL partnered w/ to mend cranes', 'three harbor departments'],
    [
      'where towns are asked for by name',
      'names of the five towns of the street theater project please',
      'Zomba, Karonga',
    ],
    ['where an abbreviation is to be spelled out, however kindly', 'Kindly spell out SGM.', '(SGM)'],
    [
      'where a figure is asked for in a budget',
      'I need the 2011 figure for Malawi for my budget table',
      'FY11: $1.5 million',
    ],
    [
      'where money is asked for with yes or no',
      'Did Malawi receive more than one million dollars in FY 2010?',
      'FY10: $1.25',
    ],
    ['where a verb of the past follows', 'How many lake prison wardens lost their jobs after the tests?', '32 wardens'],
    ['where the length stands further on', 'how long is the ferry course at Monkey Bay', 'four weeks'],
    ['where a cause is cited', 'Why did the lake council take the ministry off its list?', 'citing a law'],
    [
      'where a name stands behind an office',
      'Who was the first female director-general of the service?',
      'Mercy Kamanga',
    ],
    ['where a code of the sheets is no country', 'MRS skippers', 'Minimum Rules for Skippers (MRS)'],
    [
      'where a year is the sheet’s',
      'How many couriers did LRA stop at Salima, according to the 2013 sheet?',
      '58 couriers',
    ],
    ['where one of two numbers is right', 'did the ferry course last four or six weeks', 'four weeks'],
    [
      'about a country that is only named, where all that is asked stands',
      'lesotho seven-week drought date',
      'April 2011',
    ],
    [
      'where an American state is asked for',
      'Which US state prison department wrote a form for wardens in Malawi?',
      'Ohio',
    ],
    ['for each of a range of years', 'INL funding for Malawi FY2010-11, by year', 'FY11: $1.5 million'],
    ['where two years’ money is compared', 'Did FY11 funding exceed FY10 funding in Malawi?', 'FY11: $1.5 million'],
    ['about one of several countries of a sheet', 'How many wardens did INL teach in Nepal?', '64 wardens'],
  ])('%s', async (_, question, part) => {
    expect(await said(question, library)).toContain(part)
  })
})

it('a topic is answered first by what says it in the words that were typed', async () => {
  const text = `# Programs\n\nRules: INL programs help the ministry to meet the standards of the Financial Action Task Force.\n\nCourts: Judges study money laundering cases.`
  const corpus = await openCorpus(
    corpusOf({ 'malta.md': sheetOf({ title: '"Malta"', date: '2013-02-03', countries: '[MT]' }, text) }),
  )
  const { answer, excerpts } = await program({ country: 'malta', topic: 'money laundering' }, corpus)
  expect(excerpts[0]?.sheet.text.slice(answer?.start, answer?.end)).toBe('Judges study money laundering cases.')
})

describe('an answer is refused', () => {
  it.each([
    ['where officials of the capital are asked for by name', 'What is the name of the warden in Lilongwe?', 'related'],
    [
      'where a town is asked for and only the country stands there',
      'In which Malawian town was the survey of drivers done?',
      'related',
    ],
    [
      'where what is told of all its countries tells nothing of one',
      'What is the prison budget for Nepal in FY 2012?',
      'related|none',
    ],
    ['where a rate is asked for and a place is named', 'fire rate in Zomba', 'related|none'],
    ['where the cause of what is told is asked for', 'cause of the ferry fires', 'related|none'],
    ['where the number is of the first port, not the second', 'How many barrels were opened at Chipoka?', 'related'],
    ['where the sentence is of another year', 'How many boats did DIRELAGO pull ashore in 2009?', 'related'],
    [
      'where those indicted are not named',
      'Which former members of Parliament did the ferry courts indict?',
      'related',
    ],
    ['where some of all are counted', 'How many rangers are there in Malawi?', 'related|none'],
    ['where a year before a comma is no number of people', 'How many staff does the old jetty have?', 'related'],
    ['where an office is asked for', 'head of the Department of Fisheries in Malawi', 'related|none'],
    ['where a share is no number', 'How many otters are left in the lake?', 'related|none'],
    [
      'where the most is asked for and none is said to',
      'Which country sends the most divers to lake rescues?',
      'related|none',
    ],
    ['where no language is named', 'What languages must a diver from Malawi speak?', 'related|none'],
    ['where a flight is to be booked', 'can you book me a flight to Zomba', 'related|none'],
    ['where a number has a unit of its own', 'How many fishers lived in the Bandawe camp before 2009?', 'related'],
    ['where a company is asked for', 'Which company rents out the cranes of the harbor departments?', 'related|none'],
    [
      'where a year is another sheet’s',
      'How many couriers did LRA stop at Salima, according to the 2016 sheet?',
      'related',
    ],
    ['where the bot is asked about itself', 'are you a real person?', 'none'],
    [
      'where the head of a unit is no head of the office',
      'Who is the head of the Harbor Office in Lilongwe?',
      'related',
    ],
    ['where whoever heads it has no name', 'Who heads the lake rescue directorate in Malawi?', 'related|none'],
    [
      'where American police departments are only counted',
      'Which US police departments work with Malawi on radios?',
      'related',
    ],
    ['where the money of another body is asked for', 'what is the budget of the Lake Safety Unit', 'related|none'],
    [
      'where so many are in a mandate and none is said to be trained',
      'How many divers did INL deploy in Malawi?',
      'related',
    ],
    ['where cocaine is asked for and heroin told', 'How many cocaine cases are being heard in Malawi?', 'related'],
    ['where those counted are of another body', 'How many members of the air force has the unit reached?', 'related'],
    [
      'where a town is asked about and the country told',
      'How many harbor departments are there in Lilongwe?',
      'related',
    ],
    ['where a number of all is asked for', 'How many people live in Malawi?', 'related|none'],
    ['where the most is asked for and nothing ranked', 'Which country received the most INL money?', 'related|none'],
    ['where other people are counted', 'How many judges did the cell ledger free?', 'related|none'],
  ])('%s', async (_, question, outcome) => {
    expect(await said(question, library)).toMatch(new RegExp(`^(?:${outcome}): `))
  })
})
