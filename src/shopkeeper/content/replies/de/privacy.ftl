# Was gesagt wird, wenn jemand eine Kartennummer zeigt. Sie wird entfernt, bevor etwas gespeichert wird.

privacy-card_masked = Ich habe eine Kartennummer aus Ihrer Nachricht entfernt und nicht gespeichert. Bitte geben Sie Kartendaten nie hier ein, sondern nur auf der sicheren Bezahlseite.
privacy-card_photo = Auf dem Foto ist eine Kartennummer, deshalb habe ich es weder gespeichert noch ausgewertet. Bitte geben Sie Kartendaten nur auf der sicheren Bezahlseite ein.
