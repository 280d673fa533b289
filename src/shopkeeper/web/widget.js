/**
 * The embeddable chat: `<script type="module" src=".../web/widget.js"></script><shopkeeper-chat></shopkeeper-chat>`.
 *
 * Attributes: `server`, `locale`, `storefront`, `accent`, `theme` (light | dark), `mode` (floating | inline | page), `open`.
 * Methods: `open()`, `close()`, `ask(text)`, `send(parts, { label })`. Events: `shopkeeper:cart`, `shopkeeper:open`, `shopkeeper:close`.
 */

import { ShopkeeperChat } from './widget/element.js';

if (!customElements.get('shopkeeper-chat')) customElements.define('shopkeeper-chat', ShopkeeperChat);

export { ShopkeeperChat };
