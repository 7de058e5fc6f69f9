// What only the person before this page sees: notices, answers of commands, hints. Kept in the page.
import { el } from './dom.js';
import { render } from './markdown.js';
import { changed, model } from './model.js';

const MOST = 50;
const notes = [];
const hints = new Map();

function add(channel, thread, node) {
  notes.push({ channel, thread, me: model.me, node });
  if (notes.length > MOST) notes.shift();
  changed('private');
}

function card(className, testId, ...children) {
  const close = el('button', { type: 'button', class: 'icon', 'aria-label': 'Dismiss' }, '✕');
  const node = el('div', { class: `private ${className}`, role: 'status', 'data-testid': testId },
    el('div', { class: 'private-text' }, ...children, el('p', { class: 'only' }, 'Only visible to you')), close);
  close.addEventListener('click', () => {
    notes.splice(notes.findIndex((each) => each.node === node), 1);
    changed('private');
  });
  return node;
}

/** A plain sentence in the thread, or in the channel when there is no thread. */
export function notify(channel, thread, sentence) {
  add(channel, thread, card('notice', 'notice', el('p', {}, sentence)));
}

/** What a command answered. */
export function replied(channel, thread, command, text) {
  const body = el('div', { class: 'markdown' });
  render(body, text);
  add(channel, thread, card('reply', 'command-reply', el('p', { class: 'command' }, command), body));
}

/** The cards of a place. */
export const cards = (channel, thread) =>
  notes.filter((each) => each.channel === channel && each.thread === thread && each.me === model.me).map((each) => each.node);

export const hintOf = (id) => hints.get(id);
export const clearHint = (id) => hints.delete(id);

export function hint(id, sentence) {
  hints.set(id, sentence);
  if (hints.size > MOST) hints.delete(hints.keys().next().value);
  changed('private');
}
