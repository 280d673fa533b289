/** Which block is drawn by whom; unknown types draw nothing, the reply's text still says it. */

import { bookingCard, mandateCard, orderCard, returnCard } from './records.js';
import { cartCard } from './cart.js';
import { checkoutCard } from './checkout.js';
import { choiceList } from './choices.js';
import { citation, notice } from './notices.js';
import { comparisonTable } from './comparison.js';
import { tapRow } from './parts.js';
import { productList } from './products.js';

/**
 * @param {import('../types').Block} block
 * @param {import('../types').BlockContext} context
 * @returns {HTMLElement | null}
 */
export function drawBlock(block, context) {
  switch (block.type) {
    case 'products':
      return productList(block, context);
    case 'choices':
      return choiceList(block, context);
    case 'cart':
      return cartCard(block.cart, context);
    case 'checkout':
      return checkoutCard(block.checkout, context);
    case 'order':
      return orderCard(block, context);
    case 'return':
      return returnCard(block, context);
    case 'booking':
      return bookingCard(block, context);
    case 'mandate':
      return mandateCard(block, context);
    case 'comparison':
      return comparisonTable(block, context);
    case 'notice':
      return notice(block.level, block.text, ...(block.actions?.length ? [tapRow(block.actions, context, 'secondary')] : []));
    case 'citation':
      return citation(block, context);
    default:
      return null;
  }
}
