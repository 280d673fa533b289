perception-image_busy = 现在正在查看的照片很多，没能查看您的照片。请稍后再发一次。
perception-image_too_large = 有一张照片太大，无法打开。缩小后的副本或截图也可以。
perception-image_too_small = 有一张照片太小，看不清内容。
perception-image_broken = 有一张照片已损坏，无法打开，我已略过它继续。
perception-image_heic = 有一张照片是 HEIC 格式，本店无法打开。请以 JPEG 格式发送。
perception-image_unknown = 有一个文件不是我能打开的照片。可以使用 JPEG、PNG、WebP 和 GIF。
perception-image_many = 我一次可以看六张照片，其余的已略过。
perception-image_identity = 有一张照片像是身份证件，我没有读取也没有保存。这里不需要证件：有年龄限制的商品会在交付时当面核实年龄。
perception-which_photos = { $several ->
    [0] 指的是 { $count } 张照片中的第 { $numbers } 张。
   *[other] 指的是 { $count } 张照片中的第 { $numbers } 张。
}
photo-unknown = 在我们的商品中没有找到照片里的东西。请告诉我它是什么，或发一张条形码的照片。
photo-alike = 我不确定照片里是什么。这些看起来相似：
photo-which = 我不确定照片里是其中哪一个。您想要哪一个？
photo-either = 可能是其中之一。您想要哪一个？
photo-differs = 照片看起来是{ $seen }，您说的是{ $said }。您想要哪一个？
photo-differs_variant = 照片看起来是{ $seen }，您说的是{ $said }。您想要哪一款{ $title }？
photo-either_variant = 照片可能是其中任何一个。您想要哪一款{ $title }？
photo-receipt = 这像是一张 { $day } 的 { $total } 小票。您想用它做什么？
photo-reads = 我在照片上读到“{ $text }”。您想了解什么？
photo-teach = 照片里就是它吗？如果您愿意，商店会记住它的外观（不是照片），以便下次更好地识别。删除您的数据时会一并删除。
photo-teach_yes = 是的，可以学习
photo-learned = 谢谢，已记下。
refusal-photo_not_known = 这张照片不是在这里发送的，或不是我们的商品。
refusal-photo_enough = 谢谢，已经足够学习了。
photo-several = 照片里有 { $count } 件我们有的商品。您指的是哪一件？
photo-listed = 照片上写着：{ $list }。要全部加入购物车吗？
perception-image_unsuitable = 有一张照片我先保留：在任何人看到之前会由同事审核，照片不会被保存。请用文字说明您要找什么，或换一张照片。
