/** The button that prints, for whoever does not know the keys. */

document.getElementById('print')?.addEventListener('click', () => window.print());
