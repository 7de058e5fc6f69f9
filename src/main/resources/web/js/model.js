// What the page shows: loaded from the server, then kept up to date by its events.
import { channelPath, get, Refused, threadPath } from './api.js';

export const model = {
  workspace: { channels: [], people: [], commands: [], offline: false },
  me: 'ada',
  channel: '',
  thread: '',
  /** The channel's threads: { first, replies }, oldest first. */
  threads: [],
  /** The open thread's messages, oldest first; each holds its raw Markdown as `text`. */
  messages: [],
  /** What the bot does, by thread. */
  statuses: new Map(),
  loaded: { channel: false, thread: false },
  /** Why the channel or the thread could not be loaded, in the server's words. */
  faults: { channel: '', thread: '' },
};

const listeners = new Set();
const loads = { channel: null, thread: null, people: null };
let recount = 0;

export const onChange = (listener) => listeners.add(listener);
export const changed = (what) => listeners.forEach((listener) => listener(what));
export const person = (id) => model.workspace.people.find((each) => each.id === id);
export const room = (id) => model.workspace.channels.find((each) => each.id === id);

/** Loads; events that come meanwhile are applied again over what was loaded. */
async function load(kind, path, take) {
  const mine = { later: [] };
  loads[kind] = mine;
  try {
    const answer = await get(path);
    if (loads[kind] !== mine) return;
    loads[kind] = null;
    take(answer);
    mine.later.forEach(([type, data]) => apply(type, data));
    model.loaded[kind] = true;
    model.faults[kind] = '';
    changed(kind);
  } catch (fault) {
    if (loads[kind] !== mine) return;
    loads[kind] = null;
    if (fault instanceof Refused) model.faults[kind] = fault.message;
    if (fault.status === 404 && kind === 'thread') take({ messages: [], status: '' });
    changed(kind);
  }
}

export function loadChannel() {
  return load('channel', `${channelPath(model.channel)}/threads`, (answer) => {
    model.threads = answer.threads;
  });
}

export function loadThread() {
  if (!model.thread) return Promise.resolve();
  const key = model.thread;
  return load('thread', threadPath(model.channel, key), (answer) => {
    model.messages = answer.messages;
    if (answer.status) model.statuses.set(key, { words: answer.status, turn: answer.statusTurn });
    else model.statuses.delete(key);
  });
}

/** Who the people are now: after a restart of the server they are what they were at first. */
function loadPeople() {
  return load('people', '/api/workspace', (answer) => {
    model.workspace.people = answer.people;
  });
}

export const loadAll = () => Promise.all([loadChannel(), loadThread(), loadPeople()]);

/** Shows another channel or thread; an empty thread closes the pane. */
export function show(channel, thread) {
  const other = channel !== model.channel;
  if (!other && thread === model.thread) return;
  if (other) Object.assign(model, { channel, threads: [] });
  model.thread = thread;
  model.messages = [];
  if (other) model.loaded.channel = false;
  model.loaded.thread = false;
  model.faults = { channel: '', thread: '' };
  loads.thread = null;
  changed('place');
  if (other) loadChannel();
  loadThread();
}

/** Takes one event of the server in. */
export function receive(type, data) {
  for (const kind of Object.keys(loads)) loads[kind]?.later.push([type, data]);
  apply(type, data);
}

function apply(type, data) {
  if (type === 'message') applyMessage(data.message, data.created);
  else if (type === 'patch') applyPatch(data);
  else if (type === 'removed') applyRemoved(data);
  else if (type === 'status') applyStatus(data);
  else if (type === 'standing') applyStanding(data);
}

function applyMessage(message, created) {
  if (message.channel !== model.channel) return;
  if (message.id === message.thread) putFirst(message);
  else if (created) recountSoon();
  if (message.thread === model.thread) {
    model.messages = put(model.messages, message);
    changed('thread');
  }
}

function putFirst(message) {
  const known = model.threads.find((each) => each.first.id === message.id);
  if (known) known.first = message;
  else model.threads = [...model.threads, { first: message, replies: 0 }];
  changed('channel');
}

function put(messages, message) {
  const at = messages.findIndex((each) => each.id === message.id);
  if (at < 0) return [...messages, message];
  if (message.rev > 0 && messages[at].rev > message.rev) return messages;
  return messages.with(at, message);
}

function applyPatch(patch) {
  if (patch.channel !== model.channel || patch.thread !== model.thread) return;
  const at = model.messages.findIndex((each) => each.id === patch.id);
  const old = model.messages[at];
  if (old && old.rev >= patch.rev) return;
  if (!old || old.rev !== patch.base) {
    if (!loads.thread) loadThread();
    return;
  }
  const text = old.text.slice(0, patch.keep) + patch.tail;
  model.messages = model.messages.with(at, { ...old, text, rev: patch.rev });
  changed('thread');
}

function applyRemoved({ id, channel, thread }) {
  if (channel !== model.channel) return;
  if (id === thread) model.threads = model.threads.filter((each) => each.first.id !== id);
  else recountSoon();
  if (thread === model.thread) model.messages = model.messages.filter((each) => each.id !== id);
  changed('channel');
  changed('thread');
}

function applyStatus({ channel, thread, words, turn }) {
  if (channel !== model.channel) return;
  if (words) model.statuses.set(thread, { words, turn });
  else model.statuses.delete(thread);
  changed('channel');
  if (thread === model.thread) changed('thread');
}

function applyStanding({ person: now }) {
  model.workspace.people = model.workspace.people.map((each) => (each.id === now.id ? now : each));
  changed('people');
}

/** The counts of replies come from the server, at most a few times a second. */
function recountSoon() {
  if (recount) return;
  recount = setTimeout(() => {
    recount = 0;
    loadChannel();
  }, 250);
}
