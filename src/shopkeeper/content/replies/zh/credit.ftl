# 关于礼品卡和店内余额的话。

credit-applied = { $title } 还有 { $amount }，会先用它付款。
credit-already = 已经算上了一张礼品卡。
credit-ask_code = 请在这里输入礼品卡的卡号，它会先支付订单，余下的再用别的方式付。
credit-gift_card = 礼品卡
credit-store_credit = 店内余额
refusal-credit_over = 礼品卡 { $label } 已于 { $at } 到期。
refusal-credit_spent = 礼品卡 { $label } 没有余额了。
refusal-credit_gone = 您的礼品卡余额有变化，没有扣款；请查看新的合计。
ask-consent_split = 合计 { $total }：礼品卡支付 { $credit }，还需支付 { $due }。要下单吗？
