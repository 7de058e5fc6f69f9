// As whom one speaks, and whether that person is an admin: the server decides and remembers.
import { insist } from './api.js';
import { avatar, byId, el } from './dom.js';
import { changed, model, person } from './model.js';

const WORDS = { admin: ' · admin', member: '', guest: ' · guest', outsider: ' · external' };

/** The person that speaks, remembered by the browser. */
export function setUpSpeaker() {
  const stored = localStorage.getItem('parley.me');
  if (person(stored)) model.me = stored;
  byId('me').addEventListener('change', () => {
    model.me = byId('me').value;
    localStorage.setItem('parley.me', model.me);
    changed('me');
  });
  byId('admin').addEventListener('click', switchAdmin);
}

export function drawSpeaker() {
  const me = person(model.me);
  byId('me-avatar').replaceChildren(avatar(me));
  drawOptions();
  byId('me').value = model.me;
  byId('admin').setAttribute('aria-checked', String(me.standing === 'admin'));
  byId('admin').classList.toggle('never', me.standing === 'guest' || me.standing === 'outsider');
  explain('');
}

/** Each option keeps its node: the list may be open. */
function drawOptions() {
  const { options } = byId('me');
  model.workspace.people.forEach((each, index) => {
    if (!options[index]) byId('me').append(el('option', { value: each.id }));
    const text = each.name + WORDS[each.standing];
    if (options[index].textContent !== text) options[index].textContent = text;
  });
}

function explain(sentence) {
  byId('admin-note').textContent = sentence;
  byId('admin-note').hidden = !sentence;
}

async function switchAdmin() {
  const me = person(model.me);
  try {
    await insist('POST', `/api/people/${encodeURIComponent(me.id)}/admin`, { admin: me.standing !== 'admin' });
  } catch (fault) {
    explain(fault.message);
  }
}
