# Что написано на странице с полем карты платёжной службы.

paypage-title = Оплата: { $shop }
paypage-card = Карта
paypage-pay = Оплатить { $amount }
paypage-back = Вернуться в магазин без оплаты
paypage-private = Номер карты уходит прямо в платёжную службу. { $shop } его не видит.
paypage-paid = Платёж одобрен
paypage-paid_text = Магазин уже знает об этом. Страницу можно закрыть.
paypage-over = Этот платёж закрыт
paypage-over_text = Здесь больше нечего оплачивать. В магазине видно, как обстоят дела.
paypage-trouble = Не получилось, деньги не списаны. Попробуйте ещё раз или возьмите другую карту.
paypage-to_shop = Вернуться в магазин
paypage-total = Итого
paypage-rest = Доставка и скидки
paypage-waiting = Одну минуту
