// Brings the page to life: the address names what is shown, the server's events keep it true.
import { insist } from './api.js';
import { Composer } from './composer.js';
import { byId, el } from './dom.js';
import { listen } from './events.js';
import { MessageList } from './list.js';
import { loadAll, model, onChange, person, receive, room, show } from './model.js';
import { cards } from './private.js';
import { drawStatus } from './status.js';
import { drawSidebar, setUpArrows, setUpDrawer, setUpJump } from './sidebar.js';
import { drawSpeaker, setUpSpeaker } from './speaker.js';
import { welcome } from './welcome.js';

const feed = new MessageList(byId('feed'), byId('feed-scroll'));
const thread = new MessageList(byId('thread'), byId('thread-scroll'));
const below = new Map();
const pending = new Set();
let run = '';

const address = (channel, root = '') => `#/${channel}${root ? `/${root}` : ''}`;
const open = (channel, root) => { location.hash = address(channel, root); };

const channelComposer = new Composer(byId('channel-composer'), 'Message to the channel',
  () => ({ channel: model.channel, thread: '' }),
  (message) => {
    feed.toEnd();
    if (message) open(message.channel, message.thread);
  });
const threadComposer = new Composer(byId('thread-composer'), 'Reply in the thread',
  () => ({ channel: model.channel, thread: model.thread }),
  () => thread.toEnd());

/** The row under a thread's first message; kept, so that it does not lose the focus. */
function repliesRow(first, replies) {
  if (first.notice && replies === 0) return null;
  let row = below.get(first.id);
  if (!row) {
    row = el('button', { type: 'button', class: 'replies', 'data-testid': 'replies', onclick: () => open(first.channel, first.thread) });
    below.set(first.id, row);
  }
  const words = model.statuses.get(first.thread)?.words;
  const count = replies === 0 ? 'Open the thread' : replies === 1 ? '1 reply' : `${replies} replies`;
  const text = words ? `${count} · ${words}…` : count;
  if (row.textContent !== text) row.textContent = text;
  row.classList.toggle('current', first.thread === model.thread);
  row.setAttribute('aria-label', `${text}, to “${first.text.slice(0, 60)}”`);
  return row;
}

const failed = (sentence, again) => el('div', { class: 'gone', role: 'alert' }, el('p', {}, sentence),
  el('button', { type: 'button', class: 'action', onclick: again }, 'Load again'));

function drawChannel() {
  const visible = model.threads.filter((each) => !each.first.deleted || each.replies > 0);
  const replies = new Map(visible.map((each) => [each.first.id, each.replies]));
  for (const id of below.keys()) if (!replies.has(id)) below.delete(id);
  const tail = [];
  if (model.faults.channel) tail.push(failed(model.faults.channel, loadAll));
  else if (visible.length === 0 && model.loaded.channel) tail.push(welcomeHere());
  feed.show(visible.map((each) => each.first),
    { below: (first) => repliesRow(first, replies.get(first.id)), cards: cards(model.channel, ''), tail });
}

let welcomed = { channel: '', node: null };
function welcomeHere() {
  if (welcomed.channel !== model.channel) {
    welcomed = { channel: model.channel, node: welcome(model.channel, (text) => {
      channelComposer.box.value = text;
      channelComposer.typed();
      channelComposer.submit();
    }) };
  }
  return welcomed.node;
}

function drawThread() {
  if (!model.thread) return;
  const tail = [];
  if (model.faults.thread) tail.push(failed(model.faults.thread, loadAll));
  drawStatus();
  thread.show(model.messages, { cards: cards(model.channel, model.thread), tail });
}

function drawPlace() {
  const here = room(model.channel);
  byId('channel-name').textContent = here.person ? here.name : `# ${here.name}`;
  byId('channel-topic').textContent = here.topic;
  byId('thread-place').textContent = here.person ? 'Direct messages' : `# ${here.name}`;
  byId('thread-pane').hidden = !model.thread;
  byId('app').classList.toggle('with-thread', Boolean(model.thread));
  document.title = `${here.person ? here.name : `#${here.name}`} · Parley`;
  channelComposer.restore(here.person ? 'Message Parley' : `Ask Parley in #${here.name}`);
  threadComposer.restore(here.person ? 'Reply to Parley' : 'Reply in this thread');
  drawSidebar();
}

const draws = {
  people: drawSpeaker,
  channel: drawChannel,
  thread: drawThread,
  private: () => {
    drawChannel();
    drawThread();
  },
};

/** Several changes at once are drawn once. */
function drawSoon(what) {
  if (pending.size === 0) requestAnimationFrame(drawPending);
  pending.add(what);
}

function drawPending() {
  const all = new Set(pending);
  pending.clear();
  if (all.has('private')) thread.refresh();
  all.forEach((what) => draws[what]());
}

onChange((what) => {
  if (what === 'place') {
    feed.clear();
    thread.clear();
    drawPlace();
    drawSoon('channel');
    drawSoon('thread');
  } else if (what === 'me') changeSpeaker();
  else drawSoon(what);
});

/** Nobody reads another's direct messages. */
function changeSpeaker() {
  const here = room(model.channel);
  drawSidebar();
  drawSpeaker();
  feed.refresh();
  thread.refresh();
  if (here.person && here.person !== model.me) open(`dm-${model.me}`);
  else drawSoon('private');
}

/** The parts of the address; one that cannot be read leads to the first channel. */
function place() {
  try {
    return location.hash.split('/').map(decodeURIComponent);
  } catch {
    return [];
  }
}

function follow() {
  const [, channel = '', root = ''] = place();
  const here = room(channel);
  const allowed = here && (!here.person || here.person === model.me);
  show(allowed ? channel : 'general', allowed ? root : '');
  if (root && matchMedia('(min-width: 901px)').matches) threadComposer.box.focus();
}

function closeThread() {
  const root = model.thread;
  open(model.channel);
  below.get(root)?.focus();
}

function setUpKeys() {
  byId('thread-close').addEventListener('click', closeThread);
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && model.thread && !document.querySelector('dialog[open]')) closeThread();
  });
}

function onEvent(type, data) {
  if (type === 'hello' || type === 'resync') {
    if (type === 'hello' && run !== data.run) {
      run = data.run;
      model.statuses.clear();
    }
    loadAll();
  } else receive(type, data);
}

/** The server may be away, or not quite ready, when the page is opened. */
async function loadWorkspace() {
  for (;;) {
    try {
      return await insist('GET', '/api/workspace', undefined, () => { byId('connection').hidden = false; });
    } catch {
      byId('connection').hidden = false;
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

async function begin() {
  model.workspace = await loadWorkspace();
  byId('offline').hidden = !model.workspace.offline;
  setUpSpeaker();
  drawSpeaker();
  setUpArrows();
  setUpDrawer();
  setUpJump();
  setUpKeys();
  follow();
  addEventListener('hashchange', follow);
  listen(onEvent, (connected) => { byId('connection').hidden = connected; });
  channelComposer.box.focus({ preventScroll: true });
  document.documentElement.dataset.ready = person(model.me) ? 'yes' : 'no';
}

begin();
