# 购物车、报价以及规则给出的答复。金额、数量和名称来自记录。

totals-subtotal = 小计
totals-goods = 合计（不含送货）
totals-goods_before_tax = 不含税费和配送的合计
totals-delivery = 送货
totals-delivery_once = 分 { $count } 部分送货，只收一次运费
totals-delivery_each = 送货，{ $count } 位骑手，每位 { $fee }
totals-pickup = 自取
totals-total = 总计
totals-tax_included = 含 { $rate }% 增值税
totals-tax_added = 另加 { $rate } % 税
totals-fees = 费用
totals-tip = 小费
totals-instead_of = 优于{ $title }（减 { $amount }）

cart-hint_free_delivery = 再买 { $missing } 即可免费送货（否则 { $fee }）。
cart-hint_delivery_free = 免费送货。
cart-note_gone = 已不再销售
cart-note_short = { $available ->
    [0] 已售罄
   *[other] 仅剩 { $available } 件
}

delivery-standard = 标准送货，{ $days_min }–{ $days_max } 个工作日
delivery-by_courier = 骑手配送，时间由您选择
delivery-pickup = 到店自取
delivery-pickup_at = 在 { $store } 自取
delivery-pickup_ready = 在 { $store } 自取，备好时间：{ $ready }

payment-method_card = 银行卡
payment-method_saved_card = 已保存的银行卡
payment-method_pay_on_pickup = 自取时付款

discount-not_stackable = 不能与更优惠的活动同时使用
discount-not_eligible = 您的购物车不符合条件
discount-expired = 已结束
discount-not_started = 尚未开始
discount-unknown_code = 没有这个优惠码

checkout-message_cart_empty = 购物车是空的。
checkout-message_delivery_missing = 请选择送货或自取。
checkout-message_address_missing = 缺少送货地址。
checkout-message_store_missing = 请选择自取门店。
checkout-message_short_stock = 库存已不足以完成此订单。
checkout-message_stock_gone = 订单中有商品已售罄。没有扣款。
checkout-message_line_gone = 订单中有商品已不再销售。
checkout-message_pickup_payment_conflict = 选择送货时不能在自取时付款。
checkout-message_price_changed = 价格已从 { $old_total } 变为 { $new_total }。没有扣款。
checkout-message_quote_changed = 您同意之后订单有变化：原为 { $old_total }，现为 { $new_total }。没有扣款。
checkout-message_price_checked = 已重新核对价格，仍为 { $new_total }。
checkout-message_quote_expired = 此价格已过期。请重新核对后继续。

explain-line = { $label }
explain-discount = { $label }
explain-fee = { $label }
explain-tax = 另加 { $label } % 税
explain-tip = 小费
explain-step = { $label }：{ $amount }（累计 { $running }）。
explain-inside = 其中含 { $rate } % 税 { $tax }（计税额 { $base }）。
explain-total = 合计 { $total }。

confirm-age_check = { $title }只能售给 { $age } 岁及以上的顾客。您是否已满 { $age } 岁？交付时会再次核实年龄。

refusal-rule_unclear = 我无法核实这是否允许，因此不能这样做。工作人员可以帮您。
refusal-age_minor = 我不能将{ $title }出售给未满 { $age } 岁的顾客。其他内容保持不变。
refusal-variant_unknown = 我们的商品中没有这一件。
refusal-line_unknown = 您的购物车里没有这一件。
refusal-quantity_not_positive = { $title }的数量至少为一。
refusal-quantity_absurd = { $title }的数量超出了我能记录的范围。同一商品在这里最多可订 { $max } 件；更多数量可由工作人员为您报价。
refusal-sold_out = { $title }已售罄。
refusal-more_than_available = { $have ->
    [0] 目前只有 { $available } × { $title }。
   *[other] 目前只有 { $available } × { $title }，其中 { $have } 件已在您的购物车里。
}
refusal-bulk = 这里一次最多可订 { $max } × { $title }。需要 { $wanted } 件时，工作人员可以为您报价；您说一声，我就去问。
refusal-modifier_unknown = { $title }不能这样做。
refusal-cart_full = 购物车最多可放 { $max } 种商品，您的购物车已满。
refusal-too_many_codes = 一个购物车最多可用 { $max } 个优惠码。
refusal-code_unreadable = 我无法将其识别为优惠码。
refusal-too_many_commands = 一分钟内的更改超过了 { $max } 次。您的购物车是安全的；请稍等片刻再继续。
refusal-cart_empty = 您的购物车是空的。
refusal-checkout_closed = 此次结账已结束。请从购物车重新开始。
refusal-checkout_unknown = 我找不到此次结账。
refusal-checkout_incomplete = { $missing ->
    [delivery] 付款前需要选择送货或自取。
    [address] 付款前需要送货地址。
    [store] 付款前需要选择自取门店。
   *[other] 您的购物车是空的，没有需要付款的商品。
}
refusal-quote_changed_since = 您看到该价格之后订单有变化。现在是 { $total }；没有扣款。
refusal-quote_lapsed = 该价格已过时，不能再同意。请重新结账，我会给您新的价格；没有扣款。
refusal-quote_unknown = 我没有报过这个价格。没有扣款。
refusal-store_unknown = 我不认识这家门店。
refusal-country_not_served = 我们不送货到{ COUNTRY($country) }。可送货到：{ COUNTRY($countries) }。
refusal-email_invalid = 这看起来不像电子邮件地址。
refusal-payment_cap = 超过 { $max } 的订单需先由工作人员确认；本单为 { $total }。您说一声，我就去问；没有扣款。
refusal-short_stock = { $at_store ->
    [0] { $wanted } × { $title }中只有 { $available } 件有货。
   *[other] { $store } 只有 { $wanted } × { $title }中的 { $available } 件。{ $others ->
        [0] 其他门店也没有。
       *[other] 以下门店有货：{ $elsewhere }。
    }
}
refusal-line_gone = { $title }已不再销售。将其移出购物车后，其余商品可以下单。
refusal-pickup_payment_conflict = 到店付款需要自取，而您选择了送货。送货并现在付款，还是自取并到店付款？
refusal-payment_under_way = 一笔 { $amount } 的付款正在进行，暂时无法更改。不会重复扣款。
refusal-already_ordered = 已经下单：订单 { $number }。
refusal-code_unknown_code = 没有优惠码“{ $code }”。
refusal-code_expired = 优惠码“{ $code }”已结束。
refusal-code_not_started = 优惠码“{ $code }”尚未生效。
refusal-code_not_eligible = 您的购物车不符合优惠码“{ $code }”的条件。
refusal-needs_booking = { $title }需要预约，这里暂时还不能预约。要我请工作人员来帮忙吗？
refusal-outside_area = 我们的骑手送不到那里，而这些只能由骑手配送：{ $titles }。可以到店自取，或不要这些。
refusal-no_kitchen = 这些是现做的，那家店做不了：{ $titles }。可以在这些店买到：{ $stores }。
refusal-no_window = 近几天没有空闲的配送时间，可以到店自取。
delivery-courier = { $store }骑手配送，{ $starts }–{ $ends }
route-courier = { $store }的骑手将在 { $starts }–{ $ends } 送到。
route-courier_part = 由{ $store }骑手配送，{ $starts }–{ $ends }：{ $titles }。
route-parcel_part = 以包裹寄出：{ $titles }。
route-split = 没有一家店能备齐全部商品，因此分 { $count } 部分送达，只收一次运费。
route-split_each = 没有一家店能备齐全部商品，因此分 { $count } 部分送达；{ $rides } 位骑手各收一次运费。
route-waits = 厨房现在比较忙，大约要比平时多等 { $minutes } 分钟。
route-late = { $wanted } 之前无法送到。
ask-time = 以下哪一种合适？
ask-top_up_delivery = 再加 { $missing } 就可以配送。{ $goods ->
    [0] {""}
   *[other] 可以搭配：{ $titles }。
}还是到店自取？
ask-top_up_pickup = 再加 { $missing } 就可以自取。{ $goods ->
    [0] {""}
   *[other] 可以搭配：{ $titles }。
}还是给您配送？
choice-price = { $price }
checkout-message_below_minimum = 这种方式还差 { $missing }。请再加些商品，或选择其他方式。
refusal-below_minimum = 这种方式订单还差 { $missing }。没有扣款。
refusal-postal_code = “{ $code }”不像是{ COUNTRY($country) }的邮政编码，例如 { $example }。
