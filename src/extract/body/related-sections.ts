import type { HtmlPage, PageElement, TextBlock } from "../html/page.ts";
import { readLine } from "../lines.ts";

const LONGEST_LABEL = 40;
/** Above it stands what it is related to, a paragraph or two at least. */
const LEAST_PROSE = 100;
/** What is said of another article is no longer; more is an article printed whole. */
const LONGEST_TEASER = 300;
const MOST_LINKS = 0.5;

/** The blocks of sections that open with a label like «قد يعجبك أيضا» and hold links to other articles, with a line or two about each. */
export function relatedBlocks(page: HtmlPage): readonly number[] {
  const { text, blocks } = page;
  const found: number[] = [];
  let prose = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const { start, end, linkLength } = blocks[at] as TextBlock;
    if (end - start > LONGEST_LABEL) {
      if (linkLength <= (end - start) * MOST_LINKS) prose += end - start;
      continue;
    }
    if (prose < LEAST_PROSE || linkLength > 0 || !isLabel(text.slice(start, end))) continue;
    const last = endOfSection(page, at);
    for (; at < last; at += 1) found.push(at);
    if (last > 0) at -= 1;
  }
  return found;
}

function isLabel(line: string): boolean {
  const label = readLine(line);
  return label.kind === "read-also" && label.value === "";
}

/** The block after the section that a label opens; 0 when it opens none, or one of another make. */
function endOfSection({ elements, blocks }: HtmlPage, label: number): number {
  const { start, end, element } = blocks[label] as TextBlock;
  let section = elements[element] as PageElement | undefined;
  // A label may stand in elements of its own.
  while (section !== undefined && section.start >= start && section.end <= end)
    section = elements[section.parent] as PageElement | undefined;
  if (section === undefined || section.start < start || section.linkLength === 0) return 0;
  let at = label + 1;
  for (; at < blocks.length; at += 1) {
    const block = blocks[at] as TextBlock;
    if (block.start >= section.end) break;
    if (block.end - block.start > LONGEST_TEASER) return 0;
  }
  return at;
}
