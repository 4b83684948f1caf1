/** Addresses of the reader's pages. Ids are any string at all, so each is one encoded part of the path. */
export const links = {
  today: "/",
  day: (day: string) => `/?day=${encodeURIComponent(day)}`,
  story: (id: string) => `/story/${encodeURIComponent(id)}`,
  saga: (story: string) => `/story/${encodeURIComponent(story)}/saga`,
  article: (id: string) => `/article/${encodeURIComponent(id)}`,
  inspect: (id: string) => `/article/${encodeURIComponent(id)}/inspect`,
  compare: (story: string, left: string, right: string) =>
    `/story/${encodeURIComponent(story)}/compare?left=${encodeURIComponent(left)}&right=${encodeURIComponent(right)}`,
  corrections: (story: string) => `/story/${encodeURIComponent(story)}/corrections`,
  name: (type: string, key: string) => `/name?type=${type}&key=${encodeURIComponent(key)}`,
  outlet: (outlet: string) => `/outlet?name=${encodeURIComponent(outlet)}`,
  sources: "/sources",
  retry: "/sources/retry",
  search: (query: string, order: string, page: number) =>
    `/search?q=${encodeURIComponent(query)}&order=${order}&page=${page}`,
  daySearch: (day: string) =>
    `/search?q=${encodeURIComponent(`from:${day} to:${day}`)}&order=newest`,
  outletSearch: (outlet: string) =>
    `/search?q=${encodeURIComponent(`source:"${outlet}"`)}&order=newest`,
} as const;

const WEB = /^https?:\/\//iu;

/** An address that may be linked to; anything but http and https is text. */
export function toWebAddress(url: string | null): string | null {
  return url !== null && WEB.test(url) && URL.canParse(url) ? url : null;
}
