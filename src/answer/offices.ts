/** Offices that one person holds, for patterns that read them in questions and in sentences. */
export const OFFICES =
  'head|director|chief|minister|ambassador|chair(?:man|woman|person)?|commander|co-?ordinator|commissioner|rector|secretary|president|governor'
