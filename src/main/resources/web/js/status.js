// The line under a thread: what the bot does, and a way to stop it before there is a word to read.
import { insist, threadPath } from './api.js';
import { byId, newId } from './dom.js';
import { model } from './model.js';
import { notify } from './private.js';

let turn = '';

export function drawStatus() {
  const status = model.statuses.get(model.thread);
  turn = status?.turn ?? '';
  byId('status').hidden = !status;
  byId('status-words').textContent = status?.words ?? '';
  byId('status-stop').hidden = !turn;
}

async function stop() {
  const { channel, thread } = model;
  try {
    const answer = await insist('POST', `${threadPath(channel, thread)}/press`,
      { id: newId(), author: model.me, button: 'stop', turn });
    if (answer.notice) notify(channel, thread, answer.notice);
  } catch (fault) {
    notify(channel, thread, fault.message);
  }
}

byId('status-stop').addEventListener('click', stop);
