# 购物时助手所说的话。事实来自记录；记录里没有的，这里不作承诺。

# 中文句子之间不加空格。
sentence-space = { "" }

talk-greet = 您好！请告诉我您想找什么，也可以发照片或语音。
talk-thank = 不客气。
talk-help = 我可以为您查找商品、解答商品问题、加入购物车、办理结账、查询订单，也可以请工作人员来帮忙。例如：“一打鸡蛋和两盒牛奶”“里面有坚果吗”“我的订单在哪里”。您也可以发商品或条形码的照片，或者直接说话。

find-what = 您想找什么？
find-none = 我们的商品中没有找到“{ $text }”。
find-nearest = 没有找到叫“{ $text }”的商品。最接近的是：
find-none_fit = 没有符合您全部要求的“{ $text }”。最接近的是这些：
find-one = { $title }：{ $price }，{ $stock }。
find-one_plain = { $title }：{ $price }。现有 { $count } 种规格可选。
find-one_from = { $title }：{ $price } 起。现有 { $count } 种规格可选。
find-several = 找到这 { $count } 件：
find-sold_out = { $title }已售罄。
find-instead = 可以换成这些：
find-no_such_variant = { $title }没有{ $wanted }。

stock-in_stock = 现货 { $count } 件
stock-low = 仅剩 { $count } 件
stock-sold_out = 已售罄
stock-made_to_order = 现点现做
stock-unknown = 库存未知
stock-some_variants = { $count } 种规格有货

ask-which_product = 您指的是哪一个？
ask-which_line = 您指的是购物车里的哪一个？
ask-variant = 您想要哪一种{ $title }？
ask-variant_instead = { $title }没有{ $wanted }。您想要其中哪一种？
ask-quantity = { $title }您要多少？

choice-price_stock = { $price } · { $stock }
choice-store = { $address }
choice-address = { $address }
choice-delivery = 送货
choice-delivery_detail = { $fee }，{ $days_min }–{ $days_max } 个工作日
choice-pickup = 到店自取
choice-pickup_detail = 免费
choice-deliver_and_pay_now = 送货，现在付款
choice-pickup_and_pay_there = 自取，到店付款
choose-what = 我不确定您指的是哪一个。请点选，或告诉我名称。

policy-no_notice = 我无法在商品到货时通知您。您可以随时再来问我，也可以让我在到货后按您设定的限额替您下单。
answer-price = { $title }的价格是 { $price }。
answer-price_from = { $title }{ $price } 起，视规格而定。
answer-stock = { $title }：{ $stock }。
answer-stock_variants = 目前有货：{ $variants }。
answer-allergens_unknown = 制造商没有声明{ $title }的过敏原，因此我无法判断。如果您过敏，请不要以此为准。
answer-allergens_contains = 据制造商声明，{ $title }含有{ $list }。
answer-allergens_none = 制造商声明{ $title }不含过敏原。
answer-allergens_may_contain = 可能含有微量{ $list }。
answer-allergens_free_from = 声明不含{ $list }。
answer-source = 来源：{ $source }。也请查看标签。
answer-diet = { $title }的声明：{ $list }。
answer-diet_unknown = 没有关于{ $title }适合何种饮食的声明。
answer-options = { $title }有以下可选：{ $list }。
answer-reviews = { $count } 位顾客评价了{ $title }：平均 { $rating } 分（满分 5 分）。
answer-reviews_none = { $title }还没有评价。
answer-delivery = 标准送货费用 { $fee }，需要 { $days_min } 至 { $days_max } 个工作日。
answer-details = { $title }：{ $text }{ $price }。
answer-details_from = { $title }：{ $text }{ $price } 起。
answer-attribute = { $title }，{ $name }：{ $value }。
answer-attribute_yes = { $title }，{ $name }：是。
answer-attribute_no = { $title }，{ $name }：否。
answer-property_unknown = 关于“{ $text }”，我们对{ $title }的记录中没有说明。
answer-attribute_unknown = { $title }的{ $name }在我们的记录中没有说明。

compare-what = 要我比较哪些商品？
compare-by = { $name }：{ $list }。
compare-no_record = 我们的资料没有说明这一点。这里并排列出。
compare-done = 这是 { $count } 件商品的对比。最便宜的是{ $title }，{ $price }。

add-what = 要加入什么？
add-not_found = 没有找到叫“{ $text }”的商品，因此没有加入任何东西。
add-gone = 这件商品已不再提供。

cart-not_made_so = “{ $text }”无法备注：{ $title }只能选择{ $list }。
cart-added = 已加入 { $quantity } × { $title }，单价 { $price }。
cart-packs = { $pieces } 个相当于 { $packs } 包，每包 { $per_pack } 个。
cart-quantity = { $title }：现在是 { $quantity } 件。
cart-variant = 已换成{ $title }，{ $price }。
cart-swapped = 已将{ $before }换成 { $quantity } × { $title }，单价 { $price }。
cart-removed = 已移除{ $title }。
cart-cleared = 您的购物车已清空。
cart-empty = 您的购物车是空的。
cart-kept = 好的，您的购物车保持不变。
cart-kept_count = 您的购物车还在，里面有 { $count } 件商品。
cart-not_in_cart = 这件不在您的购物车里。您指的是哪一个？
cart-code = 优惠码 { $code } 已记下。

ask-delivery = 送货上门，还是到店自取？
ask-address = 送到哪里？请提供街道、门牌号、邮编和城市。
ask-address_of = 我没有名为“{ $label }”的地址。请提供街道、门牌号、邮编和城市。
ask-store = 您想到哪家门店自取？
ask-consent = 总计 { $total }。要我下单吗？
ask-pickup_conflict = 到店付款需要自取，但您选择了送货。您想选哪一个？

checkout-address = 送货至：{ $address }。
checkout-pickup = 在 { $store } 自取，备好时间：{ $ready }。
checkout-pickup_closed = 在 { $store } 自取。该门店本周没有营业时间，因此我无法告知时间。
checkout-empty_later = 您的购物车是空的，暂时没有可结账的商品。
checkout-payment_card = 使用银行卡付款。
checkout-payment_saved_card = 使用您已保存的银行卡付款。
checkout-payment_pay_on_pickup = 您在自取时付款。
checkout-email = 谢谢，我已为这笔订单记下 { $email }。
checkout-canceled = 我已停止结账，并释放了为您保留的商品。没有扣款。

confirm-nothing = 目前没有需要您确认的内容。
decline-fine = 好的。
decline-quote = 好的，没有下单。您的购物车保持不变。
start_over-done = 我们重新开始。您想找什么？

order-none = 我在本次对话中没有看到订单。如果您之前下过单，请登录，或告诉我收据上的订单号。
order-not_found = 我在这里没有找到属于您的订单 { $number }。
order-already = 您的订单 { $number } 已下单，只有一次，不会重复扣款。
order-status_confirmed = { $placed_at } 的订单 { $number } 已确认，正在准备。
order-status_ready_for_pickup = 订单 { $number } 已可自取。
order-status_dispatched = 订单 { $number } 正在配送途中。
order-status_delivered = 订单 { $number } 已送达。
order-status_canceled = 订单 { $number } 已取消。

policy-says = 我们的条款说明：
policy-unknown = 我在公布的条款中没有找到相关内容。工作人员可以继续帮您。
policy-delivery = 标准送货费用 { $fee }，需要 { $days_min } 至 { $days_max } 个工作日。
policy-delivery_free = 标准送货费用 { $fee }，满 { $free_from } 免费，需要 { $days_min } 至 { $days_max } 个工作日。

handoff-queued = 我已请工作人员接手。他们能看到我们的对话，您不必重复。
handoff-waiting = 您的请求已转给我们的团队，他们会在这里回复。
handoff-hours = 我们团队的工作时间：{ HOURS($hours) }。

unknown-plain = 我没有听懂。我可以帮您查找、比较和购买商品，或者请工作人员来帮忙。
unknown-with_question = 我没有听懂。我的问题仍在等您回答；您也可以问我别的。

perception-image = 我还不能看照片，因此只参考了您的文字。
perception-audio = 我还不能听语音，因此只参考了您的文字。
perception-unreadable = 有一个附件无法读取，我已略过它继续。

action-add = 加入购物车
action-choose = 选择
option-color = 颜色
option-size = 尺码
option-pack = 包装
option-flavor = 口味
option-value = 面额
row-price = 价格
row-stock = 库存

quick-show_cart = 查看购物车
quick-check_out = 结账
quick-help = 你能做什么？
quick-ask_person = 联系工作人员

allergen-milk = 奶类
allergen-egg = 蛋
allergen-eggs = 蛋类
allergen-nuts = 树坚果
allergen-hazelnut = 榛子
allergen-almond = 杏仁
allergen-walnut = 核桃
allergen-cashew = 腰果
allergen-peanut = 花生
allergen-peanuts = 花生
allergen-soy = 大豆
allergen-gluten = 麸质
allergen-wheat = 小麦
allergen-sesame = 芝麻
allergen-fish = 鱼类
allergen-crustaceans = 甲壳类
allergen-molluscs = 软体动物
allergen-celery = 芹菜
allergen-mustard = 芥末
allergen-sulphites = 亚硫酸盐
allergen-lupin = 羽扇豆

diet-vegan = 纯素
diet-vegetarian = 素食
diet-gluten_free = 无麸质
diet-lactose_free = 无乳糖
diet-halal = 清真
diet-kosher = 犹太洁食
diet-organic = 有机

order-label_confirmed = 已确认
order-label_ready_for_pickup = 可自取
order-label_dispatched = 配送中
order-label_delivered = 已送达
order-label_canceled = 已取消

timeline-placed = 已下单
timeline-dispatched = 已交给承运商
timeline-delivered = 已送达
timeline-ready = 可自取
timeline-handed_over = 已取货
timeline-canceled = 已取消

complete-price_changed = 付款前请注意：价格已从 { $old_total } 变为 { $new_total }。没有扣款。
complete-quote_changed = 您同意之后订单有变化：原为 { $old_total }，现为 { $new_total }。没有扣款。
complete-quote_expired = 该报价已过期，我重新做了一份：{ $new_total }。没有扣款。
complete-price_fell = 好消息：价格从 { $old_total } 降到了 { $new_total }。您支付较低的价格。
complete-order_placed = 您的订单 { $number } 已下单。
complete-payment_created = 您的 { $total } 付款已在处理中。不会重复扣款。
complete-payment_requires_action = 您的 { $total } 付款正在付款页面等您完成。不会重复扣款。
complete-payment_unknown = 我仍在核实您的 { $total } 付款。不会重复扣款。
complete-payment_authorized = 您的 { $total } 付款已成功，只扣款一次。
complete-payment_captured = 您的 { $total } 付款已成功，只扣款一次。
complete-payment_declined = 您的 { $total } 付款没有成功。没有扣款。
complete-payment_canceled = 您的 { $total } 付款已取消。没有扣款。
complete-payment_refunded = 您的 { $total } 付款已退还。

allergens-unknown = 制造商没有声明过敏原。未知不等于没有。
allergens-not_food = 不是食品。
allergens-contains = 含有{ $list }。
allergens-none = 制造商声明不含过敏原。

permission-done = 谢谢。已放入您的购物车。

find-none_declared_free = 没有找到制造商声明不含{ $list }的商品。
find-declared_free_source = 声明不含{ $list }（{ $source }）。
find-left_out_unknown = 以下商品没有声明，未知不等于安全，因此没有列出：{ $titles }。
find-read_the_label = 也请查看标签；我不能提供医疗建议。
cart-remade = { $title } 的做法已改为：{ $wishes }。
others-none = 这一类就是这些了。
others-none_cheaper = 这一类没有更便宜的了。
others-none_dearer = 这一类没有更贵的了。
why-one = { $title }（{ $price }）的资料：{ $list }。
why-cheapest = { $title }是刚才展示的里面最便宜的。
answer-one_version = { $title }没有不同颜色可选。
