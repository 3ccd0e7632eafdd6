// Function keys that a page states on its buttons (aria-keyshortcuts) work wherever the focus is.
document.addEventListener('keydown', event => {
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !/^(F\d+|Escape)$/.test(event.key))
    return;
  const target = document.querySelector(`[aria-keyshortcuts="${event.key}"]:not(:disabled)`);
  if (!target || document.querySelector('dialog[open]'))
    return;
  event.preventDefault();
  target.click();
});

// Rows of a list (data-rows on the list): arrows, or J and K, go to the next and the previous; Enter opens.
const steps = { ArrowDown: 1, j: 1, J: 1, ArrowUp: -1, k: -1, K: -1 };
document.addEventListener('keydown', event => {
  const list = event.target.closest?.('[data-rows]');
  const step = steps[event.key];
  if (!list || !step || event.ctrlKey || event.altKey || event.metaKey)
    return;
  const rows = [...list.querySelectorAll('[data-row]')];
  const next = rows[rows.indexOf(event.target.closest('[data-row]')) + step];
  if (!next)
    return;
  event.preventDefault();
  next.focus();
});
