/** How it gets there and how it is paid: choices inside the checkout card that reprice it in place. */

import { addressForm } from './address.js';
import { h } from '../dom.js';

/** @typedef {import('../types').BlockContext} Context */
/** @typedef {import('../types').Checkout} Checkout */

/** @param {Checkout} checkout @param {Context} context */
export function fulfillmentSection(checkout, context) {
  const fulfillment = checkout.fulfillment;
  if (!fulfillment) return null;
  const { t, minor } = context.language;
  const options = (fulfillment.options ?? []).map((option) => ({
    id: option.id,
    label: option.label,
    aside: option.amount === 0 ? t('checkout.free') : minor(option.amount, checkout.currency),
    chosen: isChosen(option, fulfillment),
    send: { type: /** @type {const} */ ('action'), action: 'set_delivery', method: methodOf(option), store_id: storeOf(option) },
  }));
  // What can be done where the goods cannot all be had as asked: another store, a split, a part.
  for (const way of fulfillment.ways ?? []) {
    options.push({ id: way.id, label: way.label, aside: minor(way.total, checkout.currency), chosen: false, send: /** @type {any} */ (way.send) });
  }
  return h(
    'div',
    { class: 'section' },
    options.length ? radioGroup(`delivery-${checkout.id}`, t('checkout.delivery'), options, context) : fulfillment.label ? h('p', { dir: 'auto' }, fulfillment.label) : null,
    fulfillment.method === 'delivery' ? addressSection(checkout, context) : null,
  );
}

/** @param {Checkout} checkout @param {Context} context */
export function paymentMethodSection(checkout, context) {
  const methods = checkout.payment?.methods ?? [];
  const keep = keepCard(checkout, context);
  if (methods.length < 2) return keep ? h('div', { class: 'section' }, keep) : null;
  const chosen = checkout.payment?.method ?? methods[0]?.id;
  const options = methods.map((method) => ({
    id: method.id,
    label: method.label,
    aside: '',
    chosen: method.id === chosen,
    send: { type: /** @type {const} */ ('action'), action: 'set_payment_method', method: method.id },
  }));
  return h('div', { class: 'section' }, radioGroup(`payment-${checkout.id}`, context.language.t('checkout.payWith'), options, context), keep);
}

/** Never ticked by itself: the tick is the customer's consent. @param {Checkout} checkout @param {Context} context */
function keepCard(checkout, context) {
  const keep = checkout.payment?.keep;
  if (!keep?.offered) return null;
  const box = h('input', { type: 'checkbox', checked: keep.agreed, 'data-key': `keep-${checkout.id}` });
  box.addEventListener('change', async () => {
    box.disabled = true;
    await context.act({ type: 'action', action: 'keep_payment_method', keep: box.checked }, { quiet: true });
    box.disabled = false;
  });
  return h('label', { class: 'radio' }, box, h('span', { class: 'radio-label' }, context.language.t('payment.keep')));
}

/** @typedef {NonNullable<NonNullable<Checkout['fulfillment']>['options']>[number]} Option */

/** @param {Option} option */
function methodOf(option) {
  return option.method ?? (option.id.startsWith('pickup') ? 'pickup' : 'delivery');
}

/** `pickup:mitte` names the store when the option has no field of its own. @param {Option} option */
function storeOf(option) {
  return option.store_id ?? option.id.split(/[:/]/)[1] ?? null;
}

/** @param {Option} option @param {NonNullable<Checkout['fulfillment']>} fulfillment */
function isChosen(option, fulfillment) {
  if (!fulfillment.method) return false;
  if (methodOf(option) !== fulfillment.method) return option.id === fulfillment.method;
  return fulfillment.method === 'delivery' || !fulfillment.store_id || storeOf(option) === null || storeOf(option) === fulfillment.store_id;
}

/**
 * @param {string} name
 * @param {string} legend
 * @param {{ id: string, label: string, aside: string, chosen: boolean, send: import('../types').ActionPart }[]} options
 * @param {Context} context
 */
function radioGroup(name, legend, options, context) {
  const group = h('fieldset', { class: 'radios' }, h('legend', null, legend));
  for (const option of options) {
    const input = h('input', { type: 'radio', name, value: option.id, checked: option.chosen, 'data-key': `${name}-${option.id}` });
    input.addEventListener('change', async () => {
      const frame = group.closest('.card');
      frame?.setAttribute('aria-busy', 'true');
      await context.act(option.send, { quiet: true });
      frame?.removeAttribute('aria-busy');
      for (const radio of group.querySelectorAll('input')) radio.checked = options.some((one) => one.chosen && one.id === radio.value);
    });
    group.append(h('label', { class: 'radio' }, input, h('span', { class: 'radio-label', dir: 'auto' }, option.label), h('span', { class: 'amount' }, option.aside)));
  }
  return group;
}

/** @param {Checkout} checkout @param {Context} context */
function addressSection(checkout, context) {
  const address = checkout.fulfillment?.address;
  const { language } = context;
  const save = (/** @type {import('../types').Address} */ value) => context.act({ type: 'action', action: 'set_address', address: value }, { quiet: true });
  if (!address?.line1) return addressForm(address, language, save);
  const place = [address.postal_code, address.city].filter(Boolean).join(' ');
  const box = h('div', { class: 'address-shown' });
  const edit = h('button', { type: 'button', class: 'link', 'data-key': 'edit-address' }, language.t('address.change'));
  edit.addEventListener('click', () => {
    const form = addressForm(address, language, save);
    box.replaceWith(form);
    form.querySelector('input')?.focus();
  });
  box.append(h('p', { dir: 'auto' }, [address.name, address.line1, address.line2, place, address.country].filter(Boolean).join(', ')), edit);
  return box;
}
