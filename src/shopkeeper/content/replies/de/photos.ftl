perception-image_busy = Gerade werden viele Fotos angesehen, Ihres konnte ich nicht ansehen. Bitte senden Sie es gleich noch einmal.
perception-image_too_large = Ein Foto ist zu groß zum Öffnen. Eine kleinere Kopie oder ein Bildschirmfoto davon genügt.
perception-image_too_small = Ein Foto ist zu klein, um etwas darauf zu erkennen.
perception-image_broken = Ein Foto ist beschädigt und lässt sich nicht öffnen, ich habe ohne es weitergemacht.
perception-image_heic = Ein Foto hat das Format HEIC, das dieser Shop nicht öffnen kann. Bitte senden Sie es als JPEG.
perception-image_unknown = Eine Datei ist kein Foto, das ich öffnen kann. JPEG, PNG, WebP und GIF gehen.
perception-image_many = Ich kann sechs Fotos auf einmal ansehen, die übrigen habe ich ausgelassen.
perception-image_identity = Ein Foto sieht nach einem Ausweis aus; ich habe es weder gelesen noch behalten. Ich brauche hier keinen: Wo eine Altersgrenze gilt, wird das Alter bei der Übergabe persönlich geprüft.
perception-which_photos = { $several ->
    [0] Gemeint ist Foto { $numbers } von { $count }.
   *[other] Gemeint sind die Fotos { $numbers } von { $count }.
}
photo-unknown = Was auf dem Foto ist, finde ich in unserem Sortiment nicht. Sagen Sie mir, was es ist, oder fotografieren Sie den Strichcode.
photo-alike = Ich bin nicht sicher, was das Foto zeigt. Diese sehen ähnlich aus:
photo-which = Ich bin nicht sicher, welches davon das Foto zeigt. Welches möchten Sie?
photo-either = Es könnte eines von diesen sein. Welches möchten Sie?
photo-differs = Das Foto sieht nach { $seen } aus, gesagt haben Sie { $said }. Welches möchten Sie?
photo-differs_variant = Auf dem Foto sieht es nach { $seen } aus, gesagt haben Sie { $said }. Welche Ausführung von { $title } möchten Sie?
photo-either_variant = Das Foto könnte jedes davon zeigen. Welche Ausführung von { $title } möchten Sie?
photo-receipt = Das sieht nach einem Beleg über { $total } vom { $day } aus. Was möchten Sie damit tun?
photo-reads = Auf dem Foto lese ich „{ $text }“. Was möchten Sie dazu wissen?
photo-teach = Ist das, was Ihr Foto zeigt? Wenn Sie mögen, merkt sich der Laden das Aussehen (nicht das Foto), um es besser zu erkennen. Es wird mit Ihren Daten gelöscht.
photo-teach_yes = Ja, daraus lernen
photo-learned = Danke, gemerkt.
refusal-photo_not_known = Dieses Foto wurde hier nicht geschickt, oder es zeigt nichts aus unserem Angebot.
refusal-photo_enough = Danke, das reicht zum Lernen.
photo-several = Auf dem Foto sehe ich { $count } Dinge, die wir haben. Welches meinen Sie?
photo-listed = Auf dem Foto lese ich: { $list }. Soll ich das in den Warenkorb legen?
perception-image_unsuitable = Ein Foto halte ich zurück: Jemand aus dem Team sieht es an, bevor es irgendwer zu sehen bekommt. Es wird nicht aufbewahrt. Bitte sagen Sie in Worten, was Sie suchen, oder schicken Sie ein anderes Foto.
