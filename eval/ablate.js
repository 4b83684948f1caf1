#!/usr/bin/env node
// npm run build && node eval/ablate.js [--only WORD] [--with searchAnt]: what each table and class of rules of the language adds: the tasks of
// `tasks.js` on the whole program, and again with one table emptied in a copy of the build. Prints a row for each figure that moves.
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const ROOT = new URL("..", import.meta.url).pathname;
const { values: options } = parseArgs({
  options: { only: { type: "string", default: "" }, with: { type: "string", default: "" } },
});

/** Statements that take rows out of a table as its module is loaded. */
const emptied = (table) =>
  `for (const key of Object.keys(${table})) delete ${table}[key]; if (Array.isArray(${table})) ${table}.length = 0;`;
const without = (table, condition) =>
  `${table}.splice(0, ${table}.length, ...${table}.filter((row) => !(${condition})));`;
const rules = (...names) =>
  without("SPELLING_RULES", `${JSON.stringify(names)}.includes(row.name)`);

const TEXT = "text/tables";
const NAME = "analysis/name/tables";

/** What is taken out, from which module, and the tasks it may matter to. */
const ABLATIONS = [
  ["times: holidays", `${TEXT}/holidays.js`, emptied("HOLIDAYS"), ["times"]],
  [
    "times: months of the Levant and the Maghreb",
    `${TEXT}/months.js`,
    "for (const row of GREGORIAN_MONTHS) row[1].length = 1;",
    ["times"],
  ],
  ["times: Hijri months", `${TEXT}/months.js`, emptied("HIJRI_MONTHS"), ["times"]],
  ["times: zones", `${TEXT}/time-zones.js`, emptied("TIME_ZONES"), ["times"]],
  ["times: words of the future", `${TEXT}/future-words.js`, emptied("FUTURE_WORDS"), ["times"]],
  [
    "times: words that only look like a future",
    `${TEXT}/future-words.js`,
    emptied("NO_FUTURE"),
    ["times"],
  ],
  ["times: phrases for now", `${TEXT}/now-phrases.js`, emptied("NOW_PHRASES"), ["times"]],
  [
    "times: told elsewhere",
    `${TEXT}/vague-times.js`,
    emptied("VAGUE_ADVERBS") + emptied("VAGUE_PHRASES") + emptied("VAGUE_PARTS"),
    ["times"],
  ],
  ["times: what is no day", `${TEXT}/vague-times.js`, emptied("NOT_A_DAY"), ["times"]],
  [
    "numbers: bounds and approximators",
    `${TEXT}/bounds.js`,
    emptied("BOUNDS") + emptied("BOUNDS_AFTER"),
    ["numbers"],
  ],
  ["numbers: units", `${TEXT}/units.js`, emptied("UNITS"), ["numbers"]],
  ["numbers: signs of currencies", `${TEXT}/units.js`, emptied("CURRENCY_SIGNS"), ["numbers"]],
  ["numbers: counted nouns", `${TEXT}/counted-nouns.js`, emptied("COUNTED_NOUNS"), ["numbers"]],
  [
    "names: all spelling rules",
    `${NAME}/spelling-rules.js`,
    emptied("SPELLING_RULES"),
    ["namePairs"],
  ],
  [
    "names: rules of consonants (غ/ج, ق/ك, ز/س …)",
    `${NAME}/spelling-rules.js`,
    rules("g", "q", "z", "th", "dh", "v", "p", "j", "last-th", "last-sh"),
    ["namePairs"],
  ],
  [
    "names: rules of clusters (تش, دج, تس, فسك, نه)",
    `${NAME}/spelling-rules.js`,
    rules("nh", "ch", "dj", "ts", "sk"),
    ["namePairs"],
  ],
  [
    "names: rules of vowels",
    `${NAME}/spelling-rules.js`,
    rules("first-ee", "aw", "inner-a", "inner-ee", "inner-oo", "last-a", "last-e"),
    ["namePairs"],
  ],
  [
    "names: doubled letters",
    `${NAME}/spelling-rules.js`,
    rules("doubled", "doubled-again"),
    ["namePairs"],
  ],
  [
    "names: short forms of given names",
    `${NAME}/nicknames.js`,
    emptied("NICKNAMES"),
    ["namePairs"],
  ],
  [
    "names: people known by other names",
    `${NAME}/known-people.js`,
    emptied("KNOWN_PEOPLE"),
    ["namePairs"],
  ],
  ["names: organisations", `${NAME}/organisations.js`, emptied("ORGANISATIONS"), ["namePairs"]],
  ["names: places", `${NAME}/places.js`, emptied("PLACES"), ["namePairs"]],
  ["names: countries", `${NAME}/countries.js`, emptied("COUNTRIES"), ["namePairs"]],
  [
    "names: Arabic names kept letter for letter",
    `${NAME}/given-names.js`,
    emptied("ARABIC_NAMES"),
    ["namePairs"],
  ],
  [
    "names: heads that may be left out",
    `${NAME}/dropped-heads.js`,
    emptied("DROPPED_HEADS"),
    ["namePairs"],
  ],
  ["search: letters", `${TEXT}/letters.js`, emptied("FOLDED_LETTERS"), ["searchArcd", "searchAnt"]],
  [
    "search: words whose first letter is WAW",
    `${TEXT}/waw-lexemes.js`,
    emptied("WAW_LEXEMES"),
    ["searchArcd", "searchAnt"],
  ],
  [
    "search: prepositions joined to places",
    `${TEXT}/places.js`,
    emptied("PLACES"),
    ["searchArcd", "searchAnt"],
  ],
  [
    "search: stop words",
    `${TEXT}/stop-words.js`,
    emptied("FUNCTION_WORDS") + emptied("NEWS_WORDS"),
    ["searchArcd", "searchAnt"],
  ],
  [
    "search: aliases of names",
    `${TEXT}/aliases.js`,
    emptied("ALIASES"),
    ["searchArcd", "searchAnt"],
  ],
];

/** Tasks that take minutes and are run only when asked for. */
const SLOW = ["searchAnt"];
const wanted = ABLATIONS.filter(([name]) => name.includes(options.only));
const shared = process.env.TAWATUR_SHARED ?? new URL("../../shared", import.meta.url).pathname;

async function measure(tasks, module, statement) {
  const folder = mkdtempSync(join(tmpdir(), "tawatur-ablate-"));
  try {
    for (const part of ["assets", "bin", "dist", "eval", "package.json"])
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    if (module !== null) appendFileSync(join(folder, "dist", module), `\n${statement}\n`);
    const { runTask } = await import(pathToFileURL(join(folder, "eval/tasks.js")).href);
    return Object.assign({}, ...tasks.map((task) => runTask(task, shared)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asked = (tasks) => tasks.filter((task) => !SLOW.includes(task) || options.with === task);
const whole = await measure(
  asked([...new Set(wanted.flatMap(([, , , tasks]) => tasks))]),
  null,
  "",
);
console.log("| without | figure | whole | without it |\n|---|---|---|---|");
for (const [name, module, statement, tasks] of wanted) {
  const figures = await measure(asked(tasks), module, statement);
  const moved = Object.entries(figures).filter(
    ([figure, value]) => Math.abs(value - whole[figure]) >= 0.0005,
  );
  for (const [figure, value] of moved)
    console.log(`| ${name} | ${figure} | ${whole[figure].toFixed(3)} | ${value.toFixed(3)} |`);
  if (moved.length === 0) console.log(`| ${name} | ${asked(tasks).join(", ")} | | no change |`);
}
