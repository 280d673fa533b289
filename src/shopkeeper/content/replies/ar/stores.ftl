# ما يُفعل بسلة لا يملكها متجر واحد كاملة، وما يحدث لأجزاء الطلب.
ask-ways = أيّها تختار؟
choice-way_whole_pickup = كل شيء من { $store }
choice-way_split_pickup = تقسيم: استلام من { $count } متاجر
choice-way_split_delivery = تقسيم: { $count } توصيلات
choice-way_part_pickup = ما هو متوفر في { $store } فقط
choice-way_part_delivery = ما يمكن توصيله فقط
ways-whole_pickup = كل شيء من { $store } مقابل { $total }.
ways-split_pickup = مقسّم: كل شيء، بالاستلام من { $count } متاجر، المجموع { $total }.
ways-split_delivery = مقسّم: كل شيء، يصل على { $count } أجزاء برسوم توصيل واحدة { $fee }، المجموع { $total }.
ways-split_delivery_each = مقسّم: كل شيء، يصل على { $count } أجزاء برسوم توصيل { $fee } لكل جزء، المجموع { $total }.
ways-part_pickup = ما هو متوفر في { $store } فقط، من دون { $left_out }: { $total }.
ways-part_delivery = ما يمكن توصيله فقط، من دون { $left_out }: { $total }.
ways-left_out = ليس ضمن هذا الطلب: { $titles }.
route-pickup_part = الاستلام من { $store }، جاهز { $ready }: { $titles }.
route-split_pickup = تستلمه من { $count } متاجر؛ الرمز صالح في كل منها لجزئه.
refusal-scattered = لا يملك أي متجر يوصّل إلى هناك كل شيء. وفي أفضلها ينقص: { $titles }.
checkout-message_not_at_one_store = لا يمكن الحصول على كل شيء بهذه الطريقة. اختر أدناه ما تريد.
order-part_refused_sold_out = الطلب { $number }: لا يستطيع { $store } تقديم جزئه، نفد: { $titles }.
order-part_refused_too_busy = الطلب { $number }: لا يستطيع { $store } تحضير جزئه بسبب الازدحام: { $titles }.
order-part_refused_other = الطلب { $number }: لا يستطيع { $store } تقديم جزئه: { $titles }.
order-part_rest = بقية الطلب تسير كما اتُّفق.
refusal-address_field = العنوان غير مكتمل بعد ({ COUNTRY($country) }).
ask-address_field = { $field ->
    [postal_code] ما هو الرمز البريدي؟
    [city] أي مدينة؟
    [region] أي ولاية أو مقاطعة؟
   *[line1] ما هو الشارع والرقم؟
}

substitute-noted_named = إذا لم يتوفر { $titles } فقد يأتي { $to } بدلًا منه، دون سعر أعلى.
substitute-noted_none = { $titles }: لا بديل. ما لم يتوفر يُستبعد ولا يُحسب.
substitute-noted_similar = { $titles }: إذا لم يتوفر فقد يعطي المتجر شيئًا مشابهًا، دون سعر أعلى.
substitute-noted_ask = { $titles }: إذا لم يتوفر نسألك أولًا.
substitute-not_in_cart = «{ $text }» ليس في سلتك، لذلك لم أسجل شيئًا.
substitute-unknown = لم أجد شيئًا باسم «{ $text }» يمكن أن يأتي بدلًا منه. ما الذي يناسبك؟
substitute-label_named = إذا لم يتوفر: { $to }
substitute-label_none = بلا بديل
substitute-label_similar = شيء مشابه مقبول
substitute-label_ask = اسألني أولًا
order-substituted = الطلب { $number }: لم يكن لدى { $store } { $title }، لذلك يأتي { $instead } بدلًا منه كما رغبت.
order-substituted_back = سعره أقل، لذلك يعود إليك { $back }.
order-substituted_same = السعر كما هو.

when-yes = نعم، هذا ممكن.
when-no = لا، لا يمكن ذلك. هذا هو الممكن:
when-parcel = كطرد يصل بين { $earliest } و{ $latest }.
