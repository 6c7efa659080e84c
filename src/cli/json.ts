/** A reply as the JSON object that other programs read; its fields are those of the public interface. */
import type { Answer, FundingRow } from '../answer/model.ts'
import { sectionName } from '../answer/section-name.ts'
import type { MessageBody } from '../reply/message.ts'

/** @param id the caller's own, where it gave one */
export function toJson(
  id: string | number | undefined,
  input: string,
  answer: Answer,
  message: MessageBody | null,
): object {
  const [first] = answer.excerpts
  const { answer: span } = answer
  return {
    ...(id === undefined ? {} : { id }),
    input,
    outcome: answer.outcome,
    reason: answer.reason,
    answer: span === null || first === undefined ? null : first.sheet.text.slice(span.start, span.end),
    excerpts: answer.excerpts.map(({ sheet, passage, start, end, citation, alsoIn }) => ({
      text: sheet.text.slice(start, end),
      file: sheet.file,
      start,
      end,
      section: sectionName(passage),
      title: sheet.meta.title,
      publisher: sheet.meta.publisher,
      url: sheet.meta.url,
      date: sheet.meta.date,
      notBefore: sheet.meta.notBefore,
      citation,
      alsoIn,
    })),
    funding: answer.funding.map(fundingRow),
    checks: answer.checks,
    claims: answer.claims,
    figures: answer.figures,
    understood: answer.understood,
    message,
  }
}

/** A figure in the public interface's fields. */
export function fundingRow({ country, line, excerpt }: FundingRow): object {
  const { fiscalYear, throughFiscalYear, amount, currency, account, accountName, status, total, part } = line
  return {
    country,
    fiscalYear,
    throughFiscalYear,
    amount,
    currency,
    account,
    accountName,
    status,
    total,
    part,
    excerpt,
  }
}
