# 带有支付服务商卡号输入框的页面上的文字。

paypage-title = 向 { $shop } 付款
paypage-card = 银行卡
paypage-pay = 支付 { $amount }
paypage-back = 不付款，返回商店
paypage-private = 您的卡号直接发送给支付服务商，{ $shop } 不会看到。
paypage-paid = 付款已批准
paypage-paid_text = 商店已收到通知，您可以关闭此页面。
paypage-over = 这笔付款已结束
paypage-over_text = 这里没有待付款项。您可以在商店中查看当前状态。
paypage-trouble = 付款未成功，没有扣款。请重试或换一张卡。
paypage-to_shop = 返回商店
paypage-total = 合计
paypage-rest = 配送与优惠
paypage-waiting = 请稍候
paypage-keep = 保存这张卡，下次在 { $shop } 使用。您可以随时删除。
