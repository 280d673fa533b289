# Notes for an order, when it is needed, and what other shops charge.

wish-noted = 已为配货人员备注：“{ $text }”。我会转达，但无法保证。
wish-gift_noted = 礼物留言会随订单原样附上：“{ $text }”
wish-gift_changed = 已更改。礼物留言现在是：“{ $text }”
wish-gift_off = 礼物留言已去掉。
wish-gift_none = 这个订单还没有礼物留言。
wish-gift_ask = 礼物留言写什么？请写“礼物留言：”再写内容，最多 { $most } 个字符。
refusal-gift_note_too_long = 礼物留言有 { $length } 个字符，卡片只能写 { $most } 个。请发一个短一些的；目前没有任何更改。
when-pickup = { $day }可以自取：{ $list }。
when-store = { $store }（至 { $closes }）
when-no_pickup = { $day }来不及在我们的门店自取。
again-order = 来自您的订单 { $number }，按今天的价格：
answer-elsewhere = 我只知道本店的价格，无法告诉您其他商店的售价。
answer-elsewhere_tax = 价格已含税。
answer-elsewhere_tax_added = 税另计。
tip-given = 小费 { $tip }，谢谢。付款前都可以更改。
tip-off = 不付小费。
tip-none = 此订单没有小费。
ask-tip = 您想给多少？请说百分比或金额，或者选择。
choice-tip = { $percent } %
choice-no_tip = 不付小费
refusal-tips_not_taken = 本店不收小费。
refusal-tip_too_large = { $tip } 超过了这里最多可给的小费 { $most }。未作任何更改。
