/** Runs before the first paint, so that a chosen theme and language never flash; a classic script on purpose. */
(() => {
  try {
    const theme = localStorage.getItem('shopkeeper:theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // storage forbidden: the system's theme it is
  }
  try {
    // The shop's accent as it was last time, until the server says it again.
    for (const [name, value] of Object.entries(JSON.parse(localStorage.getItem('shopkeeper:accent') ?? '{}'))) document.documentElement.style.setProperty(name, String(value));
  } catch {
    // storage forbidden
  }
  const asked = new URLSearchParams(location.search).get('lang');
  let kept = null;
  try {
    if (asked) localStorage.setItem('shopkeeper:language', asked);
    kept = localStorage.getItem('shopkeeper:language');
  } catch {
    // storage forbidden
  }
  const language = (asked ?? kept ?? navigator.language ?? 'en').split(/[^A-Za-z-]/)[0] || 'en';
  document.documentElement.lang = language;
  if (/^(ar|ur|he|fa)\b/.test(language)) document.documentElement.dir = 'rtl';
})();
