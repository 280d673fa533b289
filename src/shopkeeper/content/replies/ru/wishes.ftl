# Notes for an order, when it is needed, and what other shops charge.

wish-noted = Отметил для тех, кто собирает заказ: «{ $text }». Передам, но обещать не могу.
wish-gift_noted = Записка к подарку пойдёт с заказом слово в слово: «{ $text }»
wish-gift_changed = Изменено. В записке к подарку теперь: «{ $text }»
wish-gift_off = Записка к подарку убрана.
wish-gift_none = К этому заказу ещё нет записки.
wish-gift_ask = Что написать в записке к подарку? Напишите «записка к подарку:» и затем текст, до { $most } знаков.
refusal-gift_note_too_long = В записке { $length } знаков, а на карточку помещается { $most }. Пришлите короче; ничего не изменено.
when-pickup = { $day } можно забрать: { $list }.
when-store = { $store } до { $closes }
when-no_pickup = { $day } забрать заказ вовремя в наших магазинах нельзя.
again-order = Из вашего заказа { $number }, по сегодняшним ценам:
answer-elsewhere = Я знаю только наши цены и не могу сказать, сколько просят другие магазины.
answer-elsewhere_tax = Цена указана с налогом.
answer-elsewhere_tax_added = К этому добавляется налог.
tip-given = Чаевые: { $tip }, спасибо. Их можно изменить, пока заказ не оплачен.
tip-off = Без чаевых.
tip-none = В этом заказе нет чаевых.
ask-tip = Сколько вы хотите дать? Назовите процент или сумму либо выберите.
choice-tip = { $percent } %
choice-no_tip = Без чаевых
refusal-tips_not_taken = Этот магазин не принимает чаевых.
refusal-tip_too_large = { $tip } больше, чем { $most }, которые здесь можно дать на чай. Ничего не изменено.
