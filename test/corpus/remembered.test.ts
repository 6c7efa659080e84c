import { expect, it } from 'vitest'
import { remembered } from '#src/corpus/remembered.ts'

it('works out a word once while it is remembered, and again when it was forgotten', () => {
  const made: string[] = []
  const length = remembered(2, (word) => {
    made.push(word)
    return word === '' ? null : { length: word.length }
  })
  expect([length('one'), length('one'), length('three')]).toEqual([{ length: 3 }, { length: 3 }, { length: 5 }])
  expect(made).toEqual(['one', 'three'])
  length('six')
  length('one')
  expect(made).toEqual(['one', 'three', 'six', 'one'])
})

it('remembers that there is nothing', () => {
  let asked = 0
  const nothing = remembered(2, () => {
    asked += 1
    return null
  })
  expect([nothing('a'), nothing('a')]).toEqual([null, null])
  expect(asked).toBe(1)
})

it('never forgets a word that everybody uses, however many others nobody repeats', () => {
  const made: string[] = []
  const upper = remembered(10, (word) => {
    made.push(word)
    return word.toUpperCase()
  })
  for (let other = 0; other < 100; other += 1) {
    expect(upper('border')).toBe('BORDER')
    expect(upper(`other${other}`)).toBe(`OTHER${other}`)
  }
  expect(made.filter((word) => word === 'border')).toHaveLength(1)
  upper('other0')
  expect(made.filter((word) => word === 'other0')).toHaveLength(2)
})
