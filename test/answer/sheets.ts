/** Two small fact sheets, one about a country and one about many, and what is said of an answer. */
import { ask } from '#src/answer/ask.ts'
import type { Library } from '#src/answer/library.ts'
import { openCorpus } from '#src/answer/open.ts'
import { corpusOf, sheetOf } from '#test/support/corpus.ts'

const VIETNAM = `Fact Sheet
March 9, 2012

# Vietnam: Ports and Courts

Challenges: Vietnam has 3,200 kilometers of coast, and most of its small harbors have no customs post. Cargo theft rose in 2010 because the port police lost their only patrol boat.

Training: The Maritime Academy in Da Nang taught 240 customs officers to search refrigerated containers. It opened in 2008 with six classrooms. The course lasts five weeks. Instructors come from Singapore and Japan.

Courts: A Resident Legal Advisor (RLA) has worked with the Supreme People's Court since 2009. Nguyen Thi HOA, head of the training department, leads the project in Hanoi. Judges meet the advisor twice a month.

Wildlife: Rangers seized rhino horn in four provinces in 2011. The Wildlife Desk works in three provinces: Kon Tum, Lam Dong and Quang Nam.

Trials: The court in Hue tried 61 smugglers in its first year and convicted 47 of them. In 2011, 12 of the 460 port police officers worked at the container terminal. Its interpreters have no room for women officers. Callers reach the port police on the number 1800-55.

Support: In 2011, $2 million bought scanners; samples from Bolivia showed how cocaine is hidden in scrap metal.

Laboratories: The drug laboratory received two spectrometers so that samples no longer travel abroad.

\\*WAP: Wildlife Action Plan`

const MANY = `# Border Training in Many Places

Bolivia sent twelve instructors to the regional school. Kenya built 16 posts along its coast. Myanmar asked for advice on prison libraries.

Myth: Border guards need no training in law.
Fact: Half of the course is law. Laos and Cambodia share one handbook.

Peru, Chile and Ecuador lend one another sniffer dogs. In Peru two U.S. state police forces lend sniffer dogs too.`

export function openSmall(): Promise<Library> {
  return openCorpus(
    corpusOf({
      'vietnam.md': sheetOf({ title: '"Vietnam: Ports and Courts"', date: '2012-03-09', countries: '[VN]' }, VIETNAM),
      'many.md': sheetOf({ title: 'Border Training in Many Places', countries: '[]' }, MANY),
    }),
  )
}

/** What a person would read first: the answering sentence, or the outcome and its reason. */
export async function said(input: string, library: Library): Promise<string> {
  const { outcome, reason, answer, excerpts } = await ask(input, library)
  const [first] = excerpts
  if (outcome !== 'answered') return `${outcome}: ${reason}`
  return answer === null || first === undefined ? '' : first.sheet.text.slice(answer.start, answer.end)
}
