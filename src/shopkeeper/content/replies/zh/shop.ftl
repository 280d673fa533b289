# 关于商店本身：谁在回答、卖什么、在哪里、何时营业，以及条款原文。

talk-identity = 我是 { $shop } 的自动助手，不是真人。我说的内容都来自商店自己的记录，您随时可以让我请工作人员来。
talk-range = 我们有{ $list }。您想找什么？
policy-quote = { $title }：“{ $text }”
policy-open_today = { $store }（{ $address }）今天的营业时间是 { $opens } 至 { $closes }。
policy-opens_next = { $store }（{ $address }）现在休息，{ $opens } 开门。
policy-closed = { $store }（{ $address }）未来两周不营业。
policy-open_then = { $store }（{ $address }）{ $day }的营业时间是 { $opens } 至 { $closes }。
policy-closed_then = { $store }（{ $address }）{ $day }不营业。
cart-here_total = 您的购物车里有 { $count } 件商品，共 { $total }：
order-unpaid = 还没有下单：付款尚未完成。付款完成后，您的订单就会有订单号。
policy-delivery_to = 我们配送到：{ COUNTRY($countries) }。
cart-code_removed = 优惠码已取消。
refusal-code_not_used = 这里没有使用这样的优惠码。
cart-allergen_contains = 厂家声明含有{ $list }：{ $titles }。
cart-allergen_may_contain = 可能含有微量{ $list }：{ $titles }。
cart-allergen_unknown = 没有关于{ $list }的声明，未知不等于安全：{ $titles }。
cart-allergen_free = 厂家声明不含{ $list }：{ $titles }。
ask-cancel_order = 要我请工作人员取消订单 { $number } 吗？
policy-offer = 当前优惠：{ $title }。
policy-no_offers = 目前没有面向所有人的优惠。
policy-offer_codes = 如果您有优惠码，告诉我，我来核对。
policy-contact_mail = 您可以写信到 { $email }。
policy-contact_here = 我可以在这里请人工客服，他们也可以给您回电。
answer-measures = { $title }：{ $list }。
answer-measure = { $name } { $value }
