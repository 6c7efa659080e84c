/** The numbers that people spell out, from two on. */
export const FEW_NUMBERS = 'two three four five six seven eight nine ten eleven twelve'.split(' ')
