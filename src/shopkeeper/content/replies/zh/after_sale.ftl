# 售后：退货、预约、适配、礼物、人工、隐私。

return-none = 我在这里没有看到可以退货的订单。如果您用账户下单，请先登录。
return-not_found = 我在这里找不到属于您的订单 { $number }。如果是您的，请先登录；仅凭订单号不能证明身份。
return-no_such_line = 订单 { $number } 里没有这件商品。里面有：
return-only_unopened = { $titles } 出于卫生原因，只能在未拆封时退回。
exchange-same = { $title } 就是您现在的那件。
return-draft = 订单 { $number } 的退货已准备好：{ $refund } 将按原付款方式退回。
return-draft_withdrawal = 订单 { $number } 的撤回已准备好：{ $refund } 将按原付款方式退回。
return-draft_replacement = 订单 { $number } 的换货已准备好：给您寄一件新的，旧的寄回给我们。
return-draft_exchange = 订单 { $number } 的换货已准备好：{ $old } 寄回给我们，给您换成 { $new }。{ $balance ->
    [more] 比您为退回商品所付的多 { $difference }。
    [less] 价格较低：{ $difference } 将按原付款方式退回。
   *[even] 价格相同。
}
return-order_of = 下单时间 { $placed_at }
return-canceled = 好的，不退货。
claim-sorry = 很抱歉。
claim-person_looks = 谢谢。同事会查看您的照片并作出决定。在此之前不会作出对您不利的决定。
return-denied_not_delivered = 订单 { $number } 还没有送达，所以没有可退的商品。如果您想取消，我可以请同事处理。
return-denied_canceled = 订单 { $number } 已取消，没有可退的商品。
return-denied_returned_already = 订单 { $number } 的这件商品已在退回途中或已退。
return-denied_excluded = { $title } 不在我们的退货承诺范围内。
return-denied_window_over = 订单 { $number } 的 { $title } 于 { $delivered } 送达。我们的 { $days } 天期限已于 { $last_day } 结束，退货承诺不再适用。
return-law_still = 依法您仍可在 { $last_day } 前撤回这笔购买。如果需要，请写“撤回合同 { $number }”。
return-law_over = 法定的 { $days } 天撤回权也已于 { $last_day } 结束。
return-case = 您的个案编号是 { $rma }。如果您不同意，可以要求复核：由没有参与决定的同事处理。
return-appealed = 我把个案 { $rma } 转给一位没有参与决定的同事。
return-return_already = 退货 { $rma } 已经登记。
return-return_requested = 退货 { $rma } 已登记，{ $at }。同事会在一个工作日内决定；可退 { $refund }。
return-return_approved = 退货 { $rma } 已登记，{ $at }，并已批准。商品到达后退回 { $refund }。
return-replacement_requested = 换货 { $rma } 已登记，{ $at }。同事会在一个工作日内查看并在这里回复您。
return-replacement_approved = 换货 { $rma } 已登记，{ $at }，并已批准。收到旧的之后寄出新的。
return-exchange_requested = 换货 { $rma } 已登记，{ $at }。{ $new } 为您保留到 { $until }。{ $balance ->
    [more] 需补 { $difference }：同事会在一个工作日内在这里告诉您如何支付，在此之前不会扣款。
   *[other] 同事会在一个工作日内决定并在这里回复您。
}
return-exchange_approved = 换货 { $rma } 已登记，{ $at }，并已批准。{ $new } 为您保留到 { $until }。{ $ships ->
    [at_once] 现在就寄出；请把原来的寄回。
   *[after_arrival] 收到原来的之后寄出。
}{ $balance ->
    [more] 寄出前需补 { $difference }。
    [less] 收到商品后退还您 { $difference }。
   *[even] 无需补款。
}
return-exchange_changed = 价格变了，所以还没有登记。{ $new }：{ $balance ->
    [more] 比您为退回商品所付的多 { $difference }。
    [less] 将退还您 { $difference }。
   *[even] 无需补款，也没有退款。
}
return-return_rejected = 退货 { $rma } 未获批准。
return-return_overturned = 客服同事已复核个案 { $rma }，{ $at }，并以优惠处理的方式作出对您有利的决定。商品到达后退回 { $refund }。
return-return_canceled = 退货 { $rma } 已取消。
return-arrived = 退货 { $rma } 已收到，订单 { $number } 的 { $refund } 现在退还给您。
return-arrived_settled = 退货 { $rma } 已收到并办结：相应款项此前已退还。
return-arrived_exchange = 换货 { $rma }：旧商品已收到，{ $new } 现在发出。
return-arrived_replacement = 换货 { $rma }：旧商品已收到，新商品现在发出。
return-arrived_refused = 退货 { $rma } 已收到，但无法接受。{ $note }
return-status_draft = 等您确认
return-status_requested = 已申请
return-status_approved = 已批准
return-status_rejected = 未批准
return-status_received = 已收到
return-status_inspected = 已检查
return-status_resolved = 已退款
return-status_canceled = 已取消
return-reason_too_small = 太小
return-reason_too_large = 太大
return-reason_not_as_expected = 与预期不符
return-reason_changed_mind = 不再需要
return-reason_damaged = 到货时已损坏
return-reason_faulty = 有故障
return-reason_wrong_item = 发错商品
return-reason_not_stated = 未说明原因
return-goods = 商品（已扣除优惠）
return-refund = 您将收到
return-instead = 换成：{ $title }
return-to_pay = 需补

withdrawal-denied_window_over = 订单 { $number } 的撤回权已于 { $last_day } 结束，即 { $delivered } 送达后 { $days } 天。
withdrawal-denied_excluded = 法律规定 { $title } 不适用撤回权。

ask-return_order = 是哪一个订单？
ask-return_line = 您想退回订单 { $number } 中的哪一件？
ask-exchange_line = 订单 { $number } 中您想换哪一件？
ask-exchange_for = 您想把 { $title } 换成什么？
ask-exchange_else = { $title } 目前没有其他款可以寄。您想换别的商品，还是退款？
ask-return = 要登记这笔 { $refund } 的退货吗？您可以说明原因，也可以不说。
ask-replacement = 要登记这次换货吗？
ask-withdrawal = 要登记这笔 { $refund } 的撤回吗？
ask-faulty = { $title } 有故障吗？那样适用其他权利。
ask-appeal = 要请一位没有参与决定的同事复核个案 { $rma } 吗？
ask-claim_photo = 为了尽快处理：请再发一张 { $title } 的照片，要能看清包装盒上的标签。
ask-claim_wish = 您想要换一件新的 { $title }，还是退款？
ask-window = { $title } 哪个时间适合您？
ask-service = 您想预约什么？
ask-booking = 要预约 { $staff } 的{ $title }吗？{ $starts_at }，到店支付 { $price }。
ask-add_it = 要把 { $title } 加入购物车吗？
ask-erase = 现在删除吗？删除后无法恢复。
ask-gift = 对方喜欢什么？
ask-callback = 您更希望接到电话吗？我们会在营业时间内 { $hours } 小时内回电。
ask-phone = 我们可以拨打哪个号码？

choice-everything = 全部
choice-faulty_yes = 是，有故障
choice-faulty_no = 不是
choice-appeal = 请求复核
choice-no_photo = 没有别的照片
choice-replacement = 换新的
choice-refund = 退款
choice-erase_yes = 删除
choice-erase_no = 保留
choice-chat = 在这里回复
choice-call = 给我打电话

action-withdraw = 撤回
action-send_back = 退回
action-exchange = 换货
action-keep_it = 保留
action-book = 预约
action-cancel_booking = 取消预约

booking-none = 我没有找到合适的空闲时间。
booking-free = { $title } 的空闲时间（{ $city } 时间）：
booking-taken = { $starts_at } 已被占用。最接近的时间（{ $city } 时间）：
booking-window = { $starts_at }
booking-with = { $staff }
booking-price = { $price }
booking-held = 已为您保留 { $staff } 的{ $title }：{ $starts_at }（{ $city } 时间）。保留至 { $expires_at }。
booking-held_also = 已为您保留 { $staff } 的{ $title }：{ $starts_at }（{ $city } 时间）。保留至 { $expires_at }。另外还有：{ $others }。
booking-no_services = 这里没有可预约的服务。
booking-moved = 已改期：{ $staff } 的{ $title }，{ $starts_at }（{ $city } 时间）。
return-stands = 订单 { $number } 的退货 { $rma }：{ $status }，{ $refund }。
return-stands_exchange = 订单 { $number } 的换货 { $rma }，换成 { $new }：{ $status }。
return-none_of_yours = 我在这里没有看到您的退货。
time-no_such_day = 那个月没有 { $day } 号：最后一天是 { $last_day }。请说另外一天。
booking-no_such_staff = 这里没有“{ $name }”。{ $title } 由 { $people } 服务。
ask-cancel_booking = 要取消预约吗：{ $title }，{ $starts_at }？
add-order_is_placed = 订单 { $number } 已经下单，不再改动；这些放进新的购物车。
refund-line = { $title }：{ $quantity } × { $price } = { $listed }{ $discounted ->
    [yes] ，减去订单优惠（{ $offers }）的相应部分 { $discount }
   *[no] {""}
}{ $taxed ->
    [yes] ，加上税 { $tax }
   *[no] {""}
}，即 { $refund }。
refund-line_plain = { $title }：{ $refund }。
refund-fees = 退回的押金和费用：{ $fees }。
refund-delivery = 配送费也退回：{ $delivery }。
refund-no_delivery = 配送费（{ $delivery }）不在其中：只有整个订单撤回时才退。
refund-total = 合计 { $refund }。
refund-exchange = 已付 { $credit }，{ $new } { $balance ->
    [more] 用去全部，还需补 { $difference }。
    [less] 用去一部分，退还 { $difference }。
   *[even] 正好用去全部。
}
booking-none_of_yours = 我在这里没有看到您的预约。
booking-confirmed = 已预约：{ $staff } 的{ $title }，{ $starts_at }（{ $city } 时间）。到店支付 { $price }。
booking-canceled = { $starts_at } 的预约已取消。
booking-here = 您有 { $count } 个预约：
booking-add_on = 还可以加上 { $title }（{ $price }）。
booking-status_held = 已为您保留
booking-status_confirmed = 已预约
booking-status_canceled = 已取消
booking-status_expired = 保留已结束

fit-fits = 可以，按声明的数据：{ $title } 的{ $name }为 { $declared }，{ $value } 适合。
fit-too_small = 不行：{ $title } 的{ $name }为 { $declared }，{ $value } 太小。我没有加入购物车。
fit-too_large = 不行：{ $title } 的{ $name }为 { $declared }，{ $value } 太大。我没有加入购物车。
fit-other_size = 不行：{ $title } 声明的{ $name }为 { $declared }，不是 { $value }。我没有加入购物车。
fit-unknown = 没有声明 { $title } 是否适合 { $value }，所以我无法判断。

gift-options = 有 { $count } 个符合您要求的选择：
gift-none = 我没有找到符合这些限制的商品。
gift-total = 含配送 { $total }
gift-total_because = { $name }：{ $value } · 含配送 { $total }
gift-within = 每一件都在 { $limit } 以内，已含 { $fee } 配送费。
gift-arrives = 现在下单，标准配送会在 { $earliest } 至 { $latest } 之间送达。
gift-too_late = 标准配送会在 { $earliest } 至 { $latest } 之间送达，我无法保证您需要的日子。到店自取会更快。
gift-declared = 厂家声明为{ $diet }：{ $titles }。
gift-not_declared = { $titles } 没有关于{ $diet }的声明，所以我不作任何保证。

handoff-queued_open = 我已请同事接手。他们能看到我们的对话，您不必重复。
handoff-closed_until = 现在没有同事在。团队 { $opens } 回来，会先看到您的消息。
handoff-position = { $position ->
    [1] 下一位就是您。
   *[other] 您排在第 { $position } 位。
}
handoff-stays_here = 好的，会在这里回复您。
handoff-callback = 已记下：同事会拨打 { $phone } 联系您。
handoff-taken = 同事现在来了。
handoff-closed = 同事已处理完毕。如有需要，我仍在这里。
mood-sorry = 对此我很抱歉。

data-nothing = 您没有登录，除了您在本次对话中写的内容，我对您一无所知。
data-known = { $name }，我们保存着：{ $addresses } 个地址、{ $orders } 个订单、{ $cards } 张已存银行卡（仅令牌）以及您在这里的对话。
data-rights = 您可以要求更正、带走或删除这些数据。
data-guest_only = 您没有登录，我可以删除本次对话及其照片和语音。如需删除账户，请先登录：这是证明账户属于您的方式。
data-goes = 立即删除：您的资料、{ $addresses } 个地址、已存银行卡、所有对话、照片、语音和未完成的购物车。
data-stays = 因税法要求而保留：{ $orders } 个订单的发票，不作他用，最迟保留到 { $until } 年底。
data-kept = 好的，没有删除任何内容。
data-erased = 完成。您的数据已删除。证明：{ $certificate }

refusal-return_unknown_order = 我在这里找不到属于您的订单 { $number }。
refusal-return_unknown = 这里没有这笔退货。
refusal-return_canceled_order = 订单 { $number } 已取消，没有可退的商品。
refusal-return_nothing_left = 订单 { $number } 已没有可退的商品。
refusal-return_not_delivered = 订单 { $number } 还没有送达。
refusal-return_window_over = 订单 { $number } 于 { $delivered } 送达；我们的 { $days } 天期限已于 { $last_day } 结束。
refusal-return_excluded = { $title } 不在我们的退货承诺范围内。
refusal-return_too_late = 退货 { $rma } 已过了可以这样做的阶段。
refusal-exchange_sold_out = { $title } 刚刚售罄，换货没有登记。
refusal-exchange_not_paid = 此次换货还需支付 { $amount }。
refusal-withdrawal_over = 订单 { $number } 的撤回权已于 { $last_day } 结束。
refusal-withdrawal_excluded = 法律规定 { $title } 不适用撤回权。
refusal-service_unknown = 这里不能预约这项服务。
refusal-booking_unknown = 我没有看到您的这个预约。
refusal-booking_fixed = { $starts_at } 的预约不能再改期。
refusal-window_taken = { $starts_at } 刚刚被预约了。
refusal-hold_expired = 保留已结束，时间已过。
refusal-callback_no_ticket = 还没有请同事回电。
refusal-handoff_unknown = 没有这个对话。
refusal-handoff_not_taken = 还没有同事接手这个对话。
refusal-staff_only = 只有员工可以这样做。
refusal-message_unusable = 消息为空或太长。
refusal-erasure_unproven = 为保护您，我需要证明这个账户属于您。请用已验证的账户登录。
refusal-erasure_unknown = 没有可删除的内容。
refusal-erasure_payment_open = 有一笔付款正在进行。请先完成或取消，再提出要求。

confirm-booking_fee = 距离 { $starts_at } 不到一天，取消需付 { $fee }。仍要取消吗？
