# Notes for an order, when it is needed, and what other shops charge.

wish-noted = 已为配货人员备注：“{ $text }”。我会转达，但无法保证。
when-pickup = { $day }可以自取：{ $list }。
when-store = { $store }（至 { $closes }）
when-no_pickup = { $day }来不及在我们的门店自取。
again-order = 来自您的订单 { $number }，按今天的价格：
answer-elsewhere = 我只知道本店的价格，无法告诉您其他商店的售价。
answer-elsewhere_tax = 价格已含税。
