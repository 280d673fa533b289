# 关于付款的话。不责备，不拿钱开玩笑，并说明款项的去向。

payment-order_placed = 谢谢。{ $amount } 的付款已获批准，您的订单 { $number } 已下单。
payment-pickup_code = 您的取货码是 { $code }。
payment-page = 请在安全付款页面完成 { $amount } 的付款。完成后我会在这里继续。
payment-checking = 支付服务尚未答复。我正在核实，不会重复扣款。
payment-declined_bank = 付款未获批准，没有扣款。银行没有说明原因。
payment-declined_limit = 由于该付款方式的限额，付款未获批准。没有扣款。
payment-declined_card_details = 部分银行卡信息不一致，付款未获批准。没有扣款。
payment-declined_verification = 银行的附加验证没有完成。没有扣款。
payment-declined_unavailable = 目前无法连接支付服务。没有扣款。
payment-kept_until = 我为您保留商品至 { $until }。
payment-other_ways = 您想再试一次，还是换一张卡？
payment-other_ways_pickup = 您想再试一次、换一张卡，还是自取时付款？
payment-not_charged = 付款没有完成。没有扣款。
payment-returned = 收到一笔 { $amount } 的付款，但对应的购买已关闭。我会全额退还，您无需做任何事。
payment-returned_stock_gone = 核实付款期间{ $title }已售罄。我会全额退还 { $amount }，您无需做任何事。
refusal-stock_gone = { $title }刚刚售罄。没有扣款。
refusal-not_agreed = 您同意之后此次购买有变化。没有扣款；请查看新的总计。
