// Keeps the cabinet open while its user works, and leaves the page when it locks by itself: what stands on it must not stay on the screen.
const second = 1000;
const idle = 10 * 60 * second; // As long as the site keeps it open.
const warned = 2 * 60 * second;
const notice = document.querySelector('[data-cabinet]');
let used = Date.now();
let isUsed = false;

for (const name of ['keydown', 'pointerdown', 'input'])
  addEventListener(name, () => { isUsed = true; }, { capture: true, passive: true });

async function look() {
  if (isUsed && Date.now() - used > 30 * second) {
    const answer = await fetch('/api/v1/shelter/cabinet/use', { method: 'POST' }).catch(() => null); // Without a connection it locks in its time.
    if (answer?.ok) {
      isUsed = false;
      used = Date.now();
    } else if (answer) {
      leave();
    }
  }
  const left = idle - (Date.now() - used);
  notice.hidden = left > warned;
  if (left <= 0)
    leave();
}

function leave() {
  location.replace(`/shelter/unlock?idle=true&ReturnUrl=${encodeURIComponent(location.pathname + location.search)}`);
}

setInterval(look, 15 * second);
document.addEventListener('visibilitychange', look); // A machine that slept.
