# 没有一家店能备齐的购物车怎么办，以及订单各部分的后续。
ask-ways = 您想要哪一种？
choice-way_whole_pickup = 全部在{ $store }自取
choice-way_split_pickup = 分开：到 { $count } 家店自取
choice-way_split_delivery = 分开：{ $count } 次配送
choice-way_part_pickup = 只要{ $store }有的
choice-way_part_delivery = 只要能送到的
ways-whole_pickup = 全部在{ $store }自取，{ $total }。
ways-split_pickup = 分开：全部都要，到 { $count } 家店自取，共 { $total }。
ways-split_delivery = 分开：全部都要，分 { $count } 部分送达，只收一次运费 { $fee }，共 { $total }。
ways-split_delivery_each = 分开：全部都要，分 { $count } 部分送达，每部分运费 { $fee }，共 { $total }。
ways-part_pickup = 只要{ $store }有的，不含 { $left_out }：{ $total }。
ways-part_delivery = 只要能送到的，不含 { $left_out }：{ $total }。
ways-left_out = 本单不包含：{ $titles }。
route-pickup_part = 在{ $store }自取，备好时间：{ $ready }：{ $titles }。
route-split_pickup = 需到 { $count } 家店自取；取货码在每家店都可取该店的部分。
refusal-scattered = 能送到那里的门店都没有备齐。最接近的门店缺：{ $titles }。
checkout-message_not_at_one_store = 这样无法备齐全部商品，请在下方选择。
order-part_refused_sold_out = 订单 { $number }：{ $store }无法提供其部分，已售罄：{ $titles }。
order-part_refused_too_busy = 订单 { $number }：{ $store }太忙，无法制作其部分：{ $titles }。
order-part_refused_other = 订单 { $number }：{ $store }无法提供其部分：{ $titles }。
order-part_rest = 订单其余部分照约定进行。
refusal-address_field = 这个地址还不完整（{ COUNTRY($country) }）。
ask-address_field = { $field ->
    [postal_code] 邮政编码是多少？
    [city] 是哪个城市？
    [region] 是哪个州或省？
   *[line1] 街道和门牌号是什么？
}

substitute-noted_named = 如果{ $titles }缺货，可以换成{ $to }，价格不会更高。
substitute-noted_none = { $titles }：不替换。缺货的不送，也不收费。
substitute-noted_similar = { $titles }：缺货时门店可以给类似的商品，价格不会更高。
substitute-noted_ask = { $titles }：缺货时先问您。
substitute-not_in_cart = “{ $text }”不在购物车里，所以没有记录。
substitute-unknown = 没有找到叫“{ $text }”的商品可以替换。您觉得什么可以？
substitute-label_named = 缺货时：{ $to }
substitute-label_none = 不替换
substitute-label_similar = 可换类似的
substitute-label_ask = 先问我
order-substituted = 订单 { $number }：{ $store }没有{ $title }，按您的意愿换成{ $instead }。
order-substituted_back = 它更便宜，{ $back } 会退给您。
order-substituted_same = 价格不变。

when-yes = 可以。
when-no = 不行，赶不上。可以做到的是：
when-parcel = 以包裹寄出，{ $earliest } 至 { $latest } 之间送达。
