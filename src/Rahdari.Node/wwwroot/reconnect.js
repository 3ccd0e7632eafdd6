// Opens and closes the dialog as Blazor tells the state of the connection.
const dialog = document.getElementById('components-reconnect-modal');

async function again() {
  document.removeEventListener('visibilitychange', whenVisible);
  try {
    // False where the site answers but does not know the circuit any more: the page begins anew.
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit())
      location.reload();
    else
      dialog.close();
  } catch {
    document.addEventListener('visibilitychange', whenVisible);
  }
}

async function whenVisible() {
  if (document.visibilityState === 'visible')
    await again();
}

dialog.addEventListener('components-reconnect-state-changed', event => {
  switch (event.detail.state) {
    case 'show':
      dialog.showModal();
      break;
    case 'hide':
      dialog.close();
      break;
    case 'failed':
      document.addEventListener('visibilitychange', whenVisible);
      break;
    case 'rejected':
      location.reload();
      break;
  }
});
document.getElementById('components-reconnect-button').addEventListener('click', again);
document.getElementById('components-resume-button').addEventListener('click', again);
