// The field into which a document's machine readable zone is scanned, pasted or typed.
const storage = 'rahdari.counter';
const quietMilliseconds = 300; // Readers send a character every few milliseconds.
let zone, desk, quiet, read, sending = false, pointed = false;

/** Begins; answers with what this browser was used for and what was typed before. */
export async function begin(field, dotnet, session) {
  [zone, desk] = [field, dotnet];
  zone.addEventListener('input', typing);
  zone.addEventListener('paste', () => setTimeout(() => complete(true) && send()));
  zone.addEventListener('keydown', control);
  document.addEventListener('keydown', fetchFocus);
  const counter = document.getElementById('counter');
  // A choice by keyboard is ended with Enter: moved earlier, the focus would go while the name is still being typed.
  counter.addEventListener('keydown', event => event.key === 'Enter' && (event.preventDefault(), focus()));
  counter.addEventListener('change', () => pointed && focus());
  counter.addEventListener('pointerdown', () => { pointed = true; });
  counter.addEventListener('keydown', () => { pointed = false; });
  document.getElementById('conveyance-number').addEventListener('keydown', event => event.key === 'Enter' && (event.preventDefault(), focus()));
  pictures();
  const { taken } = await import(session);
  const chosen = JSON.parse(localStorage.getItem(storage) ?? '{}');
  if (chosen.day !== today())
    delete chosen.number; // Yesterday's flight.
  return { ...chosen, kept: taken() };
}

/** Keeps counter, direction and conveyance for this browser; the conveyance's number for this day. */
export function keep(counter, direction, kind, number) {
  localStorage.setItem(storage, JSON.stringify({ counter, direction, kind, number, day: today() }));
}

function today() {
  return new Date().toDateString();
}

/** Puts a text into the field, read already where it is not empty, and the focus there. */
export function put(text) {
  clearTimeout(quiet);
  zone.value = read = text;
  focus();
}

export function focus() {
  setTimeout(() => zone.focus()); // Once the field is enabled.
}

/** Puts a text into the field for the officer to look at; Enter reads it. */
export function fill(text) {
  clearTimeout(quiet);
  zone.value = text;
  read = undefined;
  focus();
}

/** Selected, so that the next scan takes its place. */
export function select() {
  if (document.activeElement === zone || document.activeElement === document.body || document.activeElement?.matches('button'))
    zone.select();
}

/** What could not be read stays, for the officer to mend. */
export function keepTyped() {
  read = undefined;
  zone.focus();
}

export function typed() {
  read = undefined;
  return zone.value;
}

function lines() {
  return zone.value.split(/\r\n|[\r\n\t]/).map(line => line.replace(/\s/g, '')).filter(line => line.length > 0);
}

/** True where the field holds a whole zone. One whose lines run together is whole only once the reader is quiet: 72 characters may go on to 90. */
function complete(isQuiet) {
  const given = lines();
  const shape = given.map(line => line.length).join();
  if (['44,44', '36,36', '30,30,30'].includes(shape))
    return true;
  const total = given.join('').length;
  // A passport (P) has 88 characters and no other number.
  return isQuiet && (total === 88 || (/^[^P]/i.test(given[0] ?? 'P') && (total === 72 || total === 90)));
}

async function send() {
  clearTimeout(quiet);
  if (zone.value === read)
    return;
  read = zone.value;
  sending = true;
  try {
    await desk.invokeMethodAsync('ReadAsync', zone.value);
  } catch {
    read = undefined; // The connection broke off: the same lines may be sent again.
  } finally {
    sending = false;
  }
}

function typing() {
  clearTimeout(quiet);
  if (complete(false))
    send();
  else
    quiet = setTimeout(() => complete(true) && send(), quietMilliseconds);
}

function control(event) {
  if (event.key === 'Enter') {
    const given = lines();
    if (event.ctrlKey) {
      event.preventDefault();
      read = undefined;
      send();
    } else if (complete(true)) {
      event.preventDefault(); // A reader's last Enter adds nothing, and decides nothing.
      send();
    } else if (given.length > 2 || (given.length === 2 && given[0].length !== 30)) {
      event.preventDefault(); // The last line is ended: what is wrong with it is said.
      send();
    }
  } else if (event.key === 'Tab' && !event.shiftKey) {
    // Some readers send Tab between the lines and after the last. After any other text Tab leaves the field, as everywhere.
    if (sending) {
      event.preventDefault();
    } else if (!complete(false) && [30, 36, 44].includes(zone.value.split('\n').at(-1).trim().length)) {
      event.preventDefault();
      zone.setRangeText('\n', zone.selectionStart, zone.selectionEnd, 'end');
      typing();
    }
  }
}

/** A scan goes into the field even where the focus was left on a button. */
function fetchFocus(event) {
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]'))
    return;
  if (!event.target.matches('textarea, select, input:not([type=radio], [type=checkbox])') && !zone.disabled) {
    zone.focus();
    zone.select();
  }
}

/** Pictures of the page: chosen, dropped on the page, pasted, or taken by the camera. */
function pictures() {
  const input = document.getElementById('picture');
  input.addEventListener('change', () => { picture(input.files[0]); input.value = ''; });
  const given = transfer => [...(transfer?.files ?? [])].find(file => file.type.startsWith('image/'));
  document.addEventListener('paste', event => given(event.clipboardData) && (event.preventDefault(), picture(given(event.clipboardData))));
  document.addEventListener('dragover', event => event.dataTransfer?.types.includes('Files') && event.preventDefault());
  document.addEventListener('drop', event => event.dataTransfer?.types.includes('Files') && (event.preventDefault(), picture(given(event.dataTransfer))));

  const camera = document.getElementById('camera');
  document.getElementById('camera-open').addEventListener('click', look);
  document.getElementById('camera-take').addEventListener('click', take);
  document.getElementById('camera-close').addEventListener('click', () => camera.close());
  camera.addEventListener('close', stop);
}

async function picture(file) {
  if (file)
    await desk.invokeMethodAsync('PictureAsync', DotNet.createJSStreamReference(file));
}

async function look() {
  try {
    if (!navigator.mediaDevices)
      throw new DOMException('Only a page of this machine, or over TLS, may use a camera.', 'NotFoundError');
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 2560 }, height: { ideal: 1440 } } });
    const view = document.getElementById('camera-view');
    view.srcObject = stream;
    await view.play();
    document.getElementById('camera').showModal();
    document.getElementById('camera-take').focus();
  } catch (failure) {
    stop();
    await desk.invokeMethodAsync('CameraFailed', failure.name ?? '');
  }
}

async function take() {
  const view = document.getElementById('camera-view');
  const canvas = new OffscreenCanvas(view.videoWidth, view.videoHeight);
  canvas.getContext('2d').drawImage(view, 0, 0);
  const taken = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  document.getElementById('camera').close();
  await picture(taken);
}

/** The camera's light goes out as soon as nobody looks. */
function stop() {
  const view = document.getElementById('camera-view');
  view.srcObject?.getTracks().forEach(track => track.stop());
  view.srcObject = null;
  focus();
}
