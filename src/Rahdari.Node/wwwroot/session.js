// Keeps a session alive while its user works, and what they typed when a page must be left.
const user = document.querySelector('script[data-user]').dataset.user;
const prefix = 'rahdari.kept:';
const minute = 60 * 1000;
const idle = 31 * minute; // The cookie lives for 30 minutes after the last request.
let active = Date.now();
let forget = false;

for (const name of ['keydown', 'pointerdown'])
  addEventListener(name, () => { active = Date.now(); }, { capture: true, passive: true });

setInterval(async () => {
  const since = Date.now() - active;
  if (since > idle) {
    location.reload(); // The session has ended: the site leads to sign-in.
  } else if (since < minute) {
    const answer = await fetch('/api/v1/session').catch(() => null); // Lost connections are the reconnect dialog's matter.
    if (answer?.status === 401)
      location.reload();
  }
}, minute);

for (const form of document.querySelectorAll('form[data-forget]'))
  form.addEventListener('submit', () => { forget = true; });

// What another user left is of nobody's concern here.
for (const key of Object.keys(sessionStorage).filter(k => k.startsWith(prefix))) {
  if (JSON.parse(sessionStorage.getItem(key)).user !== user)
    sessionStorage.removeItem(key);
}

addEventListener('pagehide', () => {
  const values = {};
  for (const field of document.querySelectorAll('[data-keep]')) {
    if (field.value)
      values[field.dataset.keep] = field.value;
  }
  if (forget)
    Object.keys(sessionStorage).filter(k => k.startsWith(prefix)).forEach(k => sessionStorage.removeItem(k));
  else if (Object.keys(values).length > 0)
    sessionStorage.setItem(prefix + location.pathname, JSON.stringify({ user, values }));
});

/** What was typed on this page before it was left, once. */
export function taken() {
  const key = prefix + location.pathname;
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return kept ? JSON.parse(kept).values : {};
}

/** Leads to sign-in and back. */
export function ended() {
  location.assign(`/sign-in?ended=true&ReturnUrl=${encodeURIComponent(location.pathname + location.search)}`);
}
