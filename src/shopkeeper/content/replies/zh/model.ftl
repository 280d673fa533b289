# 语言模型带来的话：从不提及它，也从不以它为承诺的理由。

model-reduced = 我目前处于较简单的模式，简短直白的句子最好懂。您的购物车、付款和订单一切照常。

propose-clear_cart = 您要我清空购物车吗？
propose-cancel = 您要我停止刚才在做的事吗？
propose-start_over = 您要清空购物车重新开始吗？
propose-ask_person = 您要我请工作人员来帮忙吗？
