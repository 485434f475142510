// @ts-check
/**
 * What the pages gain with a script: an entry opens without a new page, keys step through, words are copied.
 * Reading needs none of it. All state that matters stays in the address.
 */

const article = /** @type {HTMLElement | null} */ (document.querySelector('.art'));

// ---- Opening an entry in an article ------------------------------------------------------------------------

/** @param {string} id */
function noteOf(id) {
  return /** @type {HTMLAnchorElement | null} */ (
    article?.querySelector(`.app [data-open="${CSS.escape(id)}"]`) ?? null
  );
}

function openId() {
  return document.getElementById('entry')?.dataset.entry ?? null;
}

/** Takes the marks of the opened entry off the page. */
function clearEntry() {
  document.getElementById('entry')?.remove();
  for (const element of document.querySelectorAll('.art .sel')) element.classList.remove('sel');
  for (const element of document.querySelectorAll('.art .on')) element.classList.remove('on');
  for (const element of document.querySelectorAll('.art .cue-on')) element.classList.remove('cue-on');
  for (const element of document.querySelectorAll('.art [aria-current]')) element.removeAttribute('aria-current');
}

let asked = 0;

/**
 * Shows an entry as the server does for the same address. What is no statement has words that only the server
 * washes, so its page is loaded.
 * @param {string} id
 * @param {'push' | 'none'} history
 */
async function openEntry(id, history) {
  const note = noteOf(id);
  if (!article || !note) return;
  const number = note.dataset.number ?? '';
  if (!/^\d+$/.test(number)) {
    location.assign(note.href);
    return;
  }
  const turn = ++asked;
  const address = `${location.pathname}/entry/${encodeURIComponent(id).replaceAll('%3A', ':')}`;
  const answer = await fetch(address).catch(() => null);
  // A later click has been answered in the meantime.
  if (turn !== asked) return;
  if (!answer?.ok) {
    location.assign(note.href);
    return;
  }
  const panel = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('entry');
  if (!panel || turn !== asked) return;
  clearEntry();
  for (const element of article.querySelectorAll(`[data-in~="${number}"]`))
    element.classList.add(element.tagName === 'SUP' ? 'on' : 'sel');
  for (const element of article.querySelectorAll(`[data-cue~="${number}"]`)) element.classList.add('cue-on');
  note.setAttribute('aria-current', 'true');
  note.closest('li')?.classList.add('on');
  note.closest('.app')?.after(document.adoptNode(panel));
  addCopyButtons(panel);
  if (history === 'push') window.history.pushState({ entry: id }, '', note.href);
}

function closeEntry() {
  const id = openId();
  if (id === null || !article) return;
  asked++;
  clearEntry();
  window.history.pushState({}, '', location.pathname);
  noteOf(id)?.focus();
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest('a');
  if (!link || !article) return;
  // Marking words with the mouse is no click on them.
  if (link.closest('.t') && String(getSelection()) !== '') return;
  if (link.hasAttribute('data-close')) {
    event.preventDefault();
    closeEntry();
  } else if (link.hasAttribute('data-words')) {
    event.preventDefault();
    showWords();
  } else if (link.dataset.open && noteOf(link.dataset.open)) {
    event.preventDefault();
    const id = link.dataset.open;
    const fromText = link.closest('.t') !== null;
    openEntry(id, 'push').then(() => {
      if (!fromText) showWords();
      const panel = document.getElementById('entry');
      panel?.focus({ preventScroll: true });
      // Beside the text the entry must be seen; under its paragraph it is where the eye is already.
      if (panel && getComputedStyle(panel).position === 'sticky') panel.scrollIntoView({ block: 'nearest' });
    });
  }
});

window.addEventListener('popstate', () => {
  if (!article) return;
  const id = new URLSearchParams(location.search).get('entry');
  if (id === null) clearEntry();
  else openEntry(id, 'none');
});

/** Brings the words of the opened entry into view. */
function showWords() {
  article?.querySelector('.t .sel')?.scrollIntoView({ block: 'nearest' });
}

/**
 * @param {number} by steps forward (1) or back (-1)
 * @param {boolean} statementsOnly
 */
function stepEntry(by, statementsOnly) {
  if (!article) return;
  const notes = /** @type {HTMLAnchorElement[]} */ ([...article.querySelectorAll('.app [data-open]')]);
  const steps = statementsOnly ? notes.filter((note) => /^\d+$/.test(note.dataset.number ?? '')) : notes;
  if (steps.length === 0) return;
  const at = steps.findIndex((note) => note.dataset.open === openId());
  const next = at === -1 ? (by > 0 ? 0 : steps.length - 1) : at + by;
  const note = steps[next];
  if (!note) return;
  note.focus({ preventScroll: true });
  openEntry(note.dataset.open ?? '', 'push').then(() => {
    note.scrollIntoView({ block: 'nearest' });
    showWords();
  });
}

// ---- Stepping through a list ---------------------------------------------------------------------------------

const LISTS = '.sts > li, .days .ent, .items > li, .steps > li, .rows > li, .log tbody tr, .brief > li';
const CHANGES = '.weighed, .diff tbody tr, .inline-diff > li';

/**
 * Goes to the next or the one before of some places on the page.
 * @param {string} places
 * @param {number} by
 */
function step(places, by) {
  const items = [...document.querySelectorAll(places)];
  const at = items.findIndex((item) => item.classList.contains('here'));
  const next = items[at === -1 ? (by > 0 ? 0 : items.length - 1) : at + by];
  if (!next) return;
  for (const item of document.querySelectorAll('.here')) item.classList.remove('here');
  next.classList.add('here');
  next.scrollIntoView({ block: 'nearest' });
  wordsIn(next)?.focus({ preventScroll: true });
}

/**
 * The link to the words of an entry.
 * @param {Element | null} item
 */
function wordsIn(item) {
  return /** @type {HTMLElement | null} */ (item?.querySelector('a.words, .src a') ?? null);
}

// ---- Copying -------------------------------------------------------------------------------------------------

/** @param {ParentNode} root */
function addCopyButtons(root) {
  for (const line of root.querySelectorAll('.cite [data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', `Copy: ${line.previousElementSibling?.textContent ?? ''}`);
    button.addEventListener('click', () => copyLine(line, button));
    const cell = document.createElement('dd');
    cell.append(button);
    line.after(cell);
  }
}

/**
 * @param {Element} line
 * @param {HTMLElement} button
 */
async function copyLine(line, button) {
  const link = line.querySelector('a');
  const text = link ? link.href : (line.textContent ?? '');
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    // Without leave to write to the clipboard the words are marked, ready to be copied by hand.
    getSelection()?.selectAllChildren(line);
    button.textContent = 'Marked';
  }
}

/** Opens the citation of the entry at hand and copies its first line. */
function copyCitation() {
  const cite = document.querySelector(article ? '#entry .cite' : '.sts > li.here .cite');
  if (!(cite instanceof HTMLDetailsElement)) return;
  cite.open = true;
  cite.querySelector('button')?.click();
}

// ---- Keys ----------------------------------------------------------------------------------------------------

/** @type {Record<string, () => void>} */
const keys = {
  '/': () => document.getElementById('find')?.focus(),
  j: () => (article ? stepEntry(1, false) : step(LISTS, 1)),
  k: () => (article ? stepEntry(-1, false) : step(LISTS, -1)),
  n: () => step(CHANGES, 1),
  p: () => step(CHANGES, -1),
  ']': () => stepEntry(1, true),
  '[': () => stepEntry(-1, true),
  e: () => (article ? showWords() : wordsIn(document.querySelector('.here'))?.click()),
  '?': () => document.querySelector('.foot .keys')?.scrollIntoView({ block: 'nearest' }),
  y: copyCitation,
  Escape: closeEntry,
};

/** Keys may be turned off, for people who speak to their computer (WCAG 2.1.4). */
const KEYS_OFF = 'readout-keys-off';
let keysOff = readSetting();

function readSetting() {
  try {
    return localStorage.getItem(KEYS_OFF) === '1';
  } catch {
    return false;
  }
}

/** True after "g", which waits for the letter of a room. */
let going = false;

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const typing = event.target instanceof HTMLElement && event.target.closest('input, select, textarea');
  if (typing) {
    if (event.key === 'Escape') typing instanceof HTMLElement && typing.blur();
    return;
  }
  if (keysOff && event.key !== 'Escape') return;
  const room = going ? document.querySelector(`.nav [data-key="${CSS.escape(event.key)}"]`) : null;
  going = event.key === 'g' && !going;
  const act = keys[event.key];
  if (room instanceof HTMLElement) room.click();
  else if (act) act();
  else return;
  event.preventDefault();
});

function addKeySwitch() {
  const line = document.querySelector('.foot .keys');
  if (!line) return;
  const button = document.createElement('button');
  button.type = 'button';
  const label = () => {
    button.textContent = keysOff ? 'Turn the keys on' : 'Turn the keys off';
  };
  button.addEventListener('click', () => {
    keysOff = !keysOff;
    try {
      localStorage.setItem(KEYS_OFF, keysOff ? '1' : '0');
    } catch {
      // Kept for this page only.
    }
    label();
  });
  label();
  line.append(' ', button);
}

addCopyButtons(document);
addKeySwitch();
