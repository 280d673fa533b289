/** Shapes of the wire contract (docs/reference/reply-blocks.md) and of what the widget keeps about them. */

export type Money = { amount: number; currency: string };

export type TextPart = { type: 'text'; text: string };
export type MediaPart = { type: 'image' | 'audio'; media_type: string; data?: string; url?: string; transcript?: string };
export type ActionPart = { type: 'action'; action: string; [field: string]: unknown };
export type Part = TextPart | MediaPart | ActionPart;

export type Stock = { state: 'in_stock' | 'low' | 'sold_out' | 'unknown' | 'made_to_order'; text: string };
export type UnitPrice = { price: Money; per: string };
export type OptionValue = { value: string; label: string; sku?: string; available?: boolean; price?: Money | null };
export type ProductOption = { name: string; label: string; values: OptionValue[] };
export type Variant = {
  sku: string; label: string; options: Record<string, string>; price: Money; compare_at?: Money | null;
  unit_price?: UnitPrice | null; stock: Stock; image_url?: string | null;
};
export type Tap = { label: string; send: Part };
export type ProductItem = {
  product_id: string; sku?: string; title: string; variant_label?: string | null; image_url?: string | null; image_alt?: string | null;
  price: Money | null; price_from?: boolean; compare_at?: Money | null; unit_price?: UnitPrice | null; stock?: Stock; reason?: string | null;
  badges?: string[]; options?: ProductOption[]; modifiers?: ProductOption[]; variants?: Variant[]; action?: Tap | null; category?: string;
};

export type Total = { type: string; label?: string; amount: Money; detail?: string | null; included?: boolean };
export type CartLine = {
  line_id: string; sku: string; title: string; variant_label?: string | null; image_url?: string | null; quantity: number;
  max_quantity?: number | null; unit_price: Money; total: Money; note?: string | null;
};
export type Cart = { id: string; lines: CartLine[]; totals: Total[]; count: number; hint?: string | null };

export type Address = { name?: string; line1?: string; line2?: string; postal_code?: string; city?: string; country?: string };
export type CheckoutTotal = { type: string; display_text?: string; amount: number; included?: boolean };
export type CheckoutMessage = { type: 'error' | 'warning' | 'info'; code?: string; content: string; severity?: string };
export type Checkout = {
  id: string;
  status: 'incomplete' | 'requires_escalation' | 'ready_for_complete' | 'complete_in_progress' | 'completed' | 'canceled';
  currency: string;
  line_items: { id: string; item: { id: string; title: string; price: number; image_url?: string | null }; quantity: number; note?: string | null; totals: CheckoutTotal[] }[];
  buyer?: { email?: string | null; full_name?: string | null } | null;
  fulfillment?: { method?: 'delivery' | 'pickup' | null; store_id?: string | null; label?: string | null; address?: Address | null;
    options?: { id: string; label: string; amount: number; method?: string; store_id?: string | null }[];
    ways?: { id: string; kind: 'whole' | 'split' | 'part'; label: string; detail: string; total: number; send: ActionPart }[] } | null;
  totals: CheckoutTotal[];
  discounts?: { applied?: { code?: string | null; title: string; amount: number }[]; rejected?: { title: string; amount: number; reason: string }[] } | null;
  messages?: CheckoutMessage[];
  gift_note?: string | null;
  tips?: { amount: number | null; options: { id: string; label: string; amount: number; chosen: boolean; send: ActionPart }[] } | null;
  links?: { type: string; url: string; title?: string }[];
  continue_url?: string | null;
  payment?: { status: 'none' | 'requires_action' | 'processing' | 'authorized' | 'captured' | 'declined' | 'unknown'; method?: string | null;
    methods?: { id: string; label: string }[]; keep?: { offered: boolean; agreed: boolean } | null; pay_url?: string | null; message?: string | null } | null;
  digest?: string | null;
  expires_at?: string | null;
  order?: { id: string; number: string } | null;
};

export type TimelineStep = { label: string; at?: string | null; done?: boolean };
export type RecordLine = { title: string; variant_label?: string | null; image_url?: string | null; quantity: number; total?: Money | null; note?: string | null };
export type Order = {
  number: string; status: string; status_label: string; placed_at?: string; lines?: RecordLine[]; totals?: Total[];
  fulfillment?: { method?: string; label: string; detail?: string | null; places?: { store: string; address: string; goods: string[] }[]; code?: string | null; qr?: string | null } | null; invoice_url?: string | null; timeline?: TimelineStep[];
};
export type Return = {
  number: string; order_number?: string; status: string; status_label: string; lines?: RecordLine[]; totals?: Total[];
  wish?: 'refund' | 'replacement' | 'exchange'; exchange?: { sku: string; title: string; quantity: number; difference: Money } | null;
  label_url?: string | null; timeline?: TimelineStep[];
};
export type Booking = {
  id: string; title: string; with?: string | null; starts_at: string; ends_at?: string | null; time_zone?: string; place?: string | null;
  price?: Money | null; status: 'held' | 'confirmed' | 'canceled'; status_label?: string; expires_at?: string | null;
};
export type Choice = { value: string; label: string; detail?: string | null; image_url?: string | null; disabled?: boolean; crop?: { part: number; box: [number, number, number, number] }; send?: Part };

export type Mandate = { id: string; status: 'proposed' | 'active' | 'revoked' | 'ended'; status_label: string; title: string; terms: string[] };

export type Block =
  | { type: 'products'; items: ProductItem[]; layout?: 'cards' | 'list' | 'compare' }
  | { type: 'choices'; id?: string; question?: string | null; style?: 'chips' | 'list'; choices: Choice[] }
  | { type: 'cart'; cart: Cart }
  | { type: 'checkout'; checkout: Checkout }
  | { type: 'order'; order: Order; actions?: Tap[] }
  | { type: 'return'; return: Return; actions?: Tap[] }
  | { type: 'booking'; booking: Booking; actions?: Tap[] }
  | { type: 'mandate'; mandate: Mandate; actions?: Tap[] }
  | { type: 'comparison'; rows: { label: string; values: string[] }[]; items: ProductItem[] }
  | { type: 'notice'; level: 'info' | 'success' | 'warning' | 'error'; text: string; actions?: Tap[] }
  | { type: 'citation'; title: string; text: string; url?: string | null };

export type QuickReply = string | { label: string; send?: Part };
export type Reply = { text: string; blocks?: Block[]; quick_replies?: QuickReply[] };
export type Turn = {
  turn_id: string; language?: string; reply: Reply; checkout?: Checkout | null; handoff?: { state: HandoffState }; level?: string;
  understanding?: { heard?: { part: number; text: string; language: string; confidence: number }[] };
};
export type HandoffState = 'assistant' | 'queued' | 'operator';
export type StoredMessage = {
  id: string; role: 'shopper' | 'assistant' | 'operator'; at?: string; text?: string; parts?: Part[]; blocks?: Block[]; language?: string;
};
export type StoredConversation = {
  conversation_id: string; locale?: string; messages: StoredMessage[]; cart?: Cart | null; checkout?: Checkout | null;
  handoff?: { state: HandoffState }; quick_replies?: QuickReply[];
};
export type Capabilities = { images?: boolean; audio?: boolean; speech?: boolean; locales?: string[]; shop?: { name?: string; accent?: string | null; currency?: string } };
export type Problem = { title?: string; detail?: string; status?: number };

/** What the transcript shows: one bubble, and the state of its delivery. */
export type Message = StoredMessage & {
  state?: 'queued' | 'sending' | 'sent' | 'failed' | 'streaming' | 'done';
  label?: string;
  quiet?: boolean;
  problem?: string;
  replyTo?: string;
};
export type Language = {
  locale: string; lang: string; dir: 'ltr' | 'rtl';
  t: (key: string, params?: Record<string, string | number>) => string;
  money: (value: Money) => string;
  minor: (amount: number, currency: string) => string;
  date: (iso: string) => string;
  time: (iso: string, timeZone?: string) => string;
  dateTime: (iso: string, timeZone?: string) => string;
  number: (value: number) => string;
};
/** What a block may use to draw itself and to act. */
export type BlockContext = {
  language: Language;
  act: (part: Part, options?: { label?: string; quiet?: boolean }) => Promise<void>;
  url: (path: string | null | undefined) => string | null;
  photo: (part: number) => string | null;
  focusComposer: () => void;
  watchCheckout: (on: boolean) => void;
};
