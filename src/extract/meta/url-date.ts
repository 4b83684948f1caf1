import { parseWrittenDate, type WrittenDate } from "../written-date.ts";

/** A day in the path: /2024/04/17/, /2024-04-17-, /20240417/, /2024/apr/17/. */
const DAY =
  /[/_.-](?<year>(?:19|20)\d{2})(?<joint>[/_.-])(?<month>\d{1,2}|[a-z]{3,9})\k<joint>(?<day>\d{1,2})(?=[/_.?#-]|$)/iu;
const COMPACT =
  /[/_.-](?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<day>[0-2]\d|3[01])(?=[/_.?#-]|$)/u;
const DAY_FIRST =
  /[/_.-](?<day>\d{1,2})(?<joint>[/_.-])(?<month>\d{1,2})\k<joint>(?<year>(?:19|20)\d{2})(?=[/_.?#-]|$)/u;
const DIGIT = /^\d/u;
const MONTH = /\/(?<year>20\d{2})\/(?<month>0[1-9]|1[0-2])(?=\/)/u;

/** The publication day that an address holds, or its month; null when it holds none. */
export function findUrlDate(url: string | null): WrittenDate | null {
  if (url === null) return null;
  const path = url.slice(url.indexOf("/", url.indexOf("//") + 2));
  for (const shape of [DAY, COMPACT, DAY_FIRST]) {
    const { year, month, day } = shape.exec(path)?.groups ?? {};
    if (year === undefined) continue;
    const numeric = DIGIT.test(month ?? "");
    const date = parseWrittenDate(numeric ? `${year}-${month}-${day}` : `${day} ${month} ${year}`);
    if (date !== null) return date;
  }
  const { year, month } = MONTH.exec(path)?.groups ?? {};
  return year === undefined ? null : { at: `${year}-${month}`, precision: "month" };
}
