/** What a reader may choose, as closed sets; the first of each is the default. */
export const CHOICES = {
  language: ["ar", "en"],
  months: ["double", "levant", "gregorian", "maghreb"],
  digits: ["arab", "latn"],
  theme: ["auto", "light", "dark"],
} as const;

export type Preferences = { readonly [Key in keyof typeof CHOICES]: (typeof CHOICES)[Key][number] };

const KEYS = ["language", "months", "digits", "theme"] as const;
const COOKIE = "tawatur";
const YEAR_SECONDS = 31_536_000;

/** Reads choices from named values; what is missing or unknown is the default. */
export function toPreferences(value: (key: keyof Preferences) => string | undefined): Preferences {
  const choose = <Key extends keyof Preferences>(key: Key): Preferences[Key] => {
    const choices: readonly string[] = CHOICES[key];
    const wanted = value(key);
    return (
      wanted !== undefined && choices.includes(wanted) ? wanted : choices[0]
    ) as Preferences[Key];
  };
  return {
    language: choose("language"),
    months: choose("months"),
    digits: choose("digits"),
    theme: choose("theme"),
  };
}

/** The choices a cookie header carries. */
export function readPreferences(cookies: string | null): Preferences {
  const written = new RegExp(`(?:^|;\\s*)${COOKIE}=([a-z.]+)`, "u").exec(cookies ?? "")?.[1] ?? "";
  const parts = written.split(".");
  return toPreferences((key) => parts[KEYS.indexOf(key)]);
}

/** The cookie that keeps the choices, for this site alone and out of scripts' reach. */
export function toCookie(preferences: Preferences): string {
  const value = KEYS.map((key) => preferences[key]).join(".");
  return `${COOKIE}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly`;
}
