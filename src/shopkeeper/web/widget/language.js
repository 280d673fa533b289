/** Words, direction and number formats of one language; falls back to English word by word. */

const KNOWN = ['en', 'de', 'es', 'fr', 'zh', 'ru', 'ar', 'hi', 'ur'];
const RIGHT_TO_LEFT = new Set(['ar', 'ur', 'he', 'fa']);

/** @typedef {Record<string, string | Record<string, string>>} Words */
/** @type {Map<string, Promise<Words>>} */
const wordsByLang = new Map();
/** @type {Map<string, Promise<import('./types').Language>>} */
const languageByLocale = new Map();

/**
 * @param {string | null | undefined} locale BCP 47; unknown ones get English words and their own number format
 * @returns {Promise<import('./types').Language>}
 */
export function loadLanguage(locale) {
  const tag = canonical(locale);
  const cached = languageByLocale.get(tag) ?? build(tag);
  languageByLocale.set(tag, cached);
  return cached;
}

/** @param {string | null | undefined} locale */
function canonical(locale) {
  try {
    return Intl.getCanonicalLocales((locale || 'en').replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** @param {string} lang @returns {Promise<Words>} */
function loadWords(lang) {
  const known = wordsByLang.get(lang);
  if (known) return known;
  const loading = fetch(new URL(`../strings/${lang}.json`, import.meta.url)).then(
    (answer) => (answer.ok ? answer.json() : {}),
    () => {
      wordsByLang.delete(lang); // offline now, perhaps not later
      return {};
    },
  );
  wordsByLang.set(lang, loading);
  return loading;
}

/** @param {string} locale @returns {Promise<import('./types').Language>} */
async function build(locale) {
  const lang = locale.split('-')[0] ?? 'en';
  const spoken = KNOWN.includes(lang) ? lang : 'en';
  const [english, own] = await Promise.all([loadWords('en'), spoken === 'en' ? {} : loadWords(spoken)]);
  const words = /** @type {Words} */ ({ ...english, ...own });
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return {
    locale,
    lang: spoken,
    dir: RIGHT_TO_LEFT.has(spoken) ? 'rtl' : 'ltr',
    t: (key, params = {}) => fill(pick(words[key], params, plurals) ?? key, params, numbers),
    money: (value) => money(locale, value.amount, value.currency),
    minor: (amount, currency) => money(locale, amount, currency),
    number: (value) => numbers.format(value),
    date: (iso) => when(locale, iso, { day: 'numeric', month: 'short', year: 'numeric' }),
    time: (iso, timeZone) => when(locale, iso, { hour: 'numeric', minute: '2-digit', timeZone }),
    dateTime: (iso, timeZone) => when(locale, iso, { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', timeZone }),
  };
}

/** @param {string | Record<string, string> | undefined} entry @param {Record<string, string | number>} params @param {Intl.PluralRules} plurals */
function pick(entry, params, plurals) {
  if (entry === undefined || typeof entry === 'string') return entry;
  return entry[plurals.select(Number(params.count ?? 0))] ?? entry.other;
}

/** @param {string} pattern @param {Record<string, string | number>} params @param {Intl.NumberFormat} numbers */
function fill(pattern, params, numbers) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

/** @param {string} locale @param {number} amount minor units @param {string} currency */
function money(locale, amount, currency) {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}

/** @param {string} locale @param {string} iso @param {Intl.DateTimeFormatOptions} options */
function when(locale, iso, options) {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat(locale, options).format(date);
}
