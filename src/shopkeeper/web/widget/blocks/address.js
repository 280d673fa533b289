/** Where to deliver: asked inside the checkout card, with the browser's own autofill. */

import { h } from '../dom.js';

const COUNTRIES = 'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK US'.split(' ');

/** @typedef {import('../types').Address} Address */
/** @typedef {{ field: keyof Address, autocomplete: string, required: boolean, wide: boolean }} Field */

/** @type {Field[]} */
const FIELDS = [
  { field: 'name', autocomplete: 'name', required: true, wide: true },
  { field: 'line1', autocomplete: 'address-line1', required: true, wide: true },
  { field: 'line2', autocomplete: 'address-line2', required: false, wide: true },
  { field: 'postal_code', autocomplete: 'postal-code', required: true, wide: false },
  { field: 'city', autocomplete: 'address-level2', required: true, wide: false },
];

/**
 * @param {Address | null | undefined} known
 * @param {import('../types').Language} language
 * @param {(address: Address) => Promise<void>} save
 */
export function addressForm(known, language, save) {
  const { t } = language;
  const form = h('form', { class: 'address', autocomplete: 'on', novalidate: true });
  for (const spec of FIELDS) form.append(fieldRow(spec, known?.[spec.field] ?? '', language));
  const submit = h('button', { type: 'submit', class: 'button secondary', 'data-key': 'save-address' }, t('address.save'));
  form.append(countryRow(known?.country, language), submit);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (submit.getAttribute('aria-busy') === 'true' || !check(form, language)) return;
    submit.setAttribute('aria-busy', 'true');
    const values = Object.fromEntries(new FormData(form));
    await save(/** @type {Address} */ (values));
    submit.removeAttribute('aria-busy');
  });
  return form;
}

/** @param {Field} spec @param {string} value @param {import('../types').Language} language */
function fieldRow({ field, autocomplete, required, wide }, value, { t }) {
  const id = `address-${field}`;
  const label = required ? t(`address.${field}`) : t('address.optional', { label: t(`address.${field}`) });
  const input = h('input', { id, name: field, autocomplete, required, value, dir: 'auto', 'data-key': id });
  input.addEventListener('input', () => mark(input, ''));
  return h('div', { class: wide ? 'field wide' : 'field' }, h('label', { for: id }, label), input, h('p', { class: 'field-error', id: `${id}-error` }));
}

/** @param {string | undefined} known @param {import('../types').Language} language */
function countryRow(known, { locale, t }) {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const chosen = known || new Intl.Locale(locale).region || 'DE';
  const options = [...new Set([...COUNTRIES, chosen])].map((code) => ({ code, name: names.of(code) ?? code }));
  options.sort((one, other) => one.name.localeCompare(other.name, locale));
  const select = h('select', { id: 'address-country', name: 'country', autocomplete: 'country', 'data-key': 'address-country' });
  select.append(...options.map(({ code, name }) => h('option', { value: code, selected: code === chosen }, name)));
  return h('div', { class: 'field wide' }, h('label', { for: 'address-country' }, t('address.country')), select);
}

/** Names the first empty field instead of a general complaint. @param {HTMLFormElement} form @param {import('../types').Language} language */
function check(form, { t }) {
  const empty = [...form.querySelectorAll('input')].filter((input) => input.required && !input.value.trim());
  for (const input of empty) mark(input, t('address.missing'));
  empty[0]?.focus();
  return empty.length === 0;
}

/** @param {HTMLInputElement} input @param {string} error */
function mark(input, error) {
  const line = input.parentElement?.querySelector('.field-error');
  if (line) line.textContent = error;
  if (error) {
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', `${input.id}-error`);
  } else {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  }
}
