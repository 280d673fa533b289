/** Products side by side; a real table, scrolled inside its own frame when it is too wide. */

import { actButton } from './parts.js';
import { h, picture } from '../dom.js';

/**
 * @param {Extract<import('../types').Block, { type: 'comparison' }>} block
 * @param {import('../types').BlockContext} context
 */
export function comparisonTable({ rows, items }, context) {
  const { t } = context.language;
  const heads = items.map((item) =>
    h(
      'th',
      { scope: 'col' },
      picture(context.url(item.image_url), ''),
      h('span', { class: 'product-title', dir: 'auto' }, item.title),
      item.variant_label ? h('span', { class: 'detail', dir: 'auto' }, item.variant_label) : null,
    ),
  );
  const body = rows.map((row) => h('tr', null, h('th', { scope: 'row', dir: 'auto' }, row.label), ...row.values.map((value) => h('td', { dir: 'auto' }, value))));
  const taps = items.map(({ action, title }) => {
    const button = action && actButton({ label: action.label, describe: `${action.label}: ${title}` }, () => context.act(action.send, { label: `${action.label}: ${title}` }));
    return h('td', null, button ?? null);
  });
  const table = h(
    'table',
    null,
    h('caption', { class: 'hidden' }, t('comparison.title')),
    h('thead', null, h('tr', null, h('td', null), ...heads)),
    h('tbody', null, ...body),
    items.some((item) => item.action) ? h('tfoot', null, h('tr', null, h('td', null), ...taps)) : null,
  );
  return h('div', { class: 'comparison', role: 'region', tabindex: '0', 'aria-label': t('comparison.title') }, table);
}
