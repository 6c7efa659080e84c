/** What kind of thing a question asks for, told by its form, and what that asks of an answer. */
import { beforeAll, describe, expect, it } from 'vitest'
import { ask } from '#src/answer/ask.ts'
import type { Library } from '#src/answer/library.ts'
import { openSmall, said } from './sheets.ts'

let library: Library
beforeAll(async () => {
  library = await openSmall()
})

const kindOf = async (question: string) => (await ask(question, library)).understood.asked

describe('the kind of thing asked for', () => {
  it.each([
    ['By how much has cargo theft gone up in Vietnam?', 'count'],
    ['how much rhino horn was seized in Vietnam', 'count'],
    ['How much did the spectrometers cost in Vietnam?', 'money'],
    ['What did INL pay for the spectrometers in Vietnam?', 'money'],
    ['price tag of the spectrometers in Vietnam', 'money'],
    ["what's the name of the head of training in Vietnam", 'person'],
    ['What is the date of the Vietnam page?', 'date'],
    ['In which year and month did the academy in Vietnam open?', 'date'],
    ['harbors where nobody checks cargo in Vietnam', 'anything'],
    ['rangers who seized rhino horn in Vietnam', 'anything'],
    ['Vietnam academy opened when', 'date'],
    ['and where in Vietnam is the Maritime Academy?', 'where'],
    ['Which anti-money-laundering body works in Vietnam?', 'which'],
    ['How much supplemental money did Vietnam get?', 'money'],
    ['cargo theft in Vietnam in the first half year', 'anything'],
    ['whats the port police boat of Vietnam called', 'explain'],
    ['wildlife desk in Vietnam: who runs it?', 'who'],
  ])('%s → %s', async (question, kind) => {
    expect(await kindOf(question)).toBe(kind)
  })
})

describe('an answer', () => {
  it.each([
    ['How many smugglers were convicted in Hue, Vietnam?', 'convicted 47'],
    ["Why didn't the small harbors of Vietnam get a customs post, y/n", 'related'],
    ['What number do callers dial for the port police of Vietnam?', '1800-55'],
    ['cocaine hidden in scrap metal from Bolivia', 'scrap metal'],
    ['What caused more cargo theft in Vietnam?', 'because the port police'],
    ["Vietnam's refrigerated containers", 'refrigerated containers'],
    ['what date is the vietnam fact sheet from', 'March 9, 2012'],
    ['How many state police forces lend sniffer dogs in Peru?', 'two U.S. state police forces'],
    ['who is the RLA?', 'Resident Legal Advisor (RLA)'],
    ['What has Hanoi received for its drug laboratory?', 'spectrometers'],
    ['wich customs officers were taught to search containers in vietnam', '240 customs officers'],
  ])('%s → %s', async (question, part) => {
    expect(await said(question, library)).toContain(part)
  })

  it.each([
    ['gives another number than the question did', 'How many of the 460 port police officers in Vietnam are divers?'],
    ['is no count where "no" only stands before it', 'number of women officers in Vietnam'],
    ['is of the year asked for', 'how many port police officers of Vietnam worked at the container terminal in 2012'],
    ['prints the number to call', "What's the phone number of the Wildlife Desk in Vietnam?"],
    ['counts people where the population is asked for', 'What is the population of Vietnam?'],
    ['gives a number where one is asked for', 'What is the size of the Wildlife Desk in Vietnam?'],
    ['prints the address', 'address of the Maritime Academy in Vietnam'],
    ['names the boat', 'whats the port police boat of Vietnam called'],
    ['names the country that did it', 'Which country bought the spectrometers for the laboratory in Vietnam?'],
    ['names the person in that office', "What's the name of the judge in Hue, Vietnam?"],
  ])('%s: %s', async (_, question) => {
    const { outcome } = await ask(question, library)
    expect(outcome).not.toBe('answered')
  })
})
