/** What the shop page asks the server for. */

/** @typedef {import('../widget/types').ProductItem} ProductItem */
/** @typedef {{ items: ProductItem[], next_cursor: string | null }} Page */
/** @typedef {{ id: string, title: string, count: number }} Category */
/**
 * @typedef {{ product_id: string, title: string, brand?: string | null, category_title?: string, description?: string, badges?: string[],
 *   images: { url: string, alt: string }[], options: import('../widget/types').ProductOption[], variants: import('../widget/types').Variant[],
 *   modifiers?: import('../widget/types').ProductOption[], attributes?: { label: string, value: string }[],
 *   allergens?: { state: string, contains?: string[], may_contain?: string[], free_from?: string[], source?: string | null } | null,
 *   reviews?: { average: number | null, count: number, items: { author: string, rating: number, at: string | null, text: string }[] } | null }} ProductDetail
 */

/** @param {string} locale */
export function catalog(locale) {
  /** @param {string} path @param {Record<string, string>} [query] */
  const get = async (path, query = {}) => {
    const answer = await fetch(`${path}?${new URLSearchParams({ ...query, locale })}`);
    if (!answer.ok) throw new Error(`${answer.status} ${path}`);
    return answer.json();
  };
  return {
    /** @returns {Promise<import('../widget/types').Capabilities>} */
    capabilities: () => get('/v1/capabilities'),
    /** @returns {Promise<Category[]>} */
    categories: () => get('/v1/storefront/categories'),
    /** @param {string} category @param {string} cursor @returns {Promise<Page>} */
    products: (category, cursor) => get('/v1/storefront/products', { ...(category ? { category } : {}), ...(cursor ? { cursor } : {}) }),
    /** @param {string} id @returns {Promise<ProductDetail>} */
    product: (id) => get(`/v1/storefront/products/${encodeURIComponent(id)}`),
  };
}
