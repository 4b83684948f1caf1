import type { SAGA_AR } from "./saga-ar.ts";

/** The words of a running matter's page in English. */
export const SAGA_EN: { readonly [key in keyof typeof SAGA_AR]: string } = {
  of: "Of the same running matter, in order of time",
  shared: "Names in common",
  title: "Running matter",
  note: "Stories linked to each other by rare names and one topic, followed from the story you came from. The links are inferred; the evidence is under each story.",
  cut: "The matter has more stories than were followed here.",
  open: "Open the whole matter: its stories and reports day by day",
  days: "Reports and accounts by day",
  bars: "Light bar: reports of the day. Dark: the accounts they carry.",
  table: "The numbers in a table",
  stories: "The stories of the matter, oldest first",
  here: "you came from here",
  through: "Linked through the story:",
  day: "Day",
  accounts: "Accounts",
};
