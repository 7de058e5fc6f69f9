// What only the person before this page sees: notices, answers of commands, hints. Kept in the page.
import { Choices, choose, spinner } from './choices.js';
import { el } from './dom.js';
import { render } from './markdown.js';
import { changed, model } from './model.js';
import { openWindow } from './window.js';

const MOST = 50;
const notes = [];
const hints = new Map();

/** A card stands under the message that was the newest when it came. */
function add({ channel, thread }, node) {
  const newest = thread ? model.messages.at(-1) : model.threads.at(-1)?.first;
  notes.push({ channel, thread, me: model.me, after: newest?.id ?? '', node });
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
  add({ channel, thread }, card('notice', 'notice', el('p', {}, sentence)));
}

const told = (text) => ({ kind: 'told', text, choices: [] });

/** A text of Parley's with its buttons, and below it what pressing them came to. */
class Part {
  constructor(place, reply, heading = '') {
    this.place = place;
    this.text = el('div', { class: 'markdown long', 'data-testid': 'part-text' });
    this.choices = new Choices((choice) => this.press(choice));
    this.results = el('div', { class: 'results' });
    this.node = el('div', { class: 'part', 'data-testid': 'part' },
      heading && el('p', { class: 'pressed' }, `› ${heading}`), this.text, this.choices.node, this.results);
    this.show(reply.text, reply.choices);
  }

  show(text, choices) {
    render(this.text, text);
    this.choices.show(choices);
    requestAnimationFrame(() => this.scrolls());
  }

  /** Whoever uses the keyboard can reach what does not fit. */
  scrolls() {
    if (this.text.scrollHeight > this.text.clientHeight) this.text.setAttribute('tabindex', '0');
    else this.text.removeAttribute('tabindex');
  }

  async press(choice) {
    const reply = await choose(this.place, choice).catch((fault) => told(fault.message));
    if (reply.kind === 'asks') ask(this.place, reply.form);
    else if (reply.kind === 'settled') this.settle(reply.text);
    else this.below(choice, reply);
  }

  settle(text) {
    const focused = this.choices.node.contains(document.activeElement);
    this.show(text, []);
    this.results.replaceChildren();
    if (focused) {
      this.text.setAttribute('tabindex', '-1');
      this.text.focus();
    }
    changed('private');
  }

  /** The same button pressed again shows its newest result only. */
  below(choice, reply) {
    const part = new Part(this.place, reply, choice.label);
    part.node.dataset.of = choice.action;
    [...this.results.children].find((each) => each.dataset.of === choice.action)?.remove();
    this.results.append(part.node);
    part.node.scrollIntoView({ block: 'nearest' });
    changed('private');
  }
}

/** Opens the window; what became of it is told in the place where it was asked for. */
function ask(place, form) {
  openWindow(place, form, (text) => {
    if (text) answered(place, form.title, told(text));
  });
}

/** What a command or a press came to, told under its words. */
export function answered(place, words, reply) {
  if (reply.kind === 'asks') ask(place, reply.form);
  else add(place, card('reply', 'command-reply', el('p', { class: 'command' }, words), new Part(place, reply).node));
}

/** A card that says that the command is at work, until its answer takes the place. */
export function pending(place, words) {
  const at = el('div', { class: 'working' }, spinner(), 'Working on it…');
  const node = card('reply', 'command-reply', el('p', { class: 'command' }, words), at);
  add(place, node);
  return (reply) => {
    if (reply.kind === 'asks') {
      notes.splice(notes.findIndex((each) => each.node === node), 1);
      ask(place, reply.form);
    } else at.replaceWith(new Part(place, reply).node);
    changed('private');
  };
}

export const failure = (fault) => told(fault.message);

/** A press under something that all can see: only what it said to this person is shown here. */
export async function pressed(place, choice, send) {
  const reply = await send().catch(failure);
  if (reply.kind !== 'settled') answered(place, choice.label, reply);
}

/** The cards of a place, each as `{ after, node }`. */
export const cards = (channel, thread) =>
  notes.filter((each) => each.channel === channel && each.thread === thread && each.me === model.me);

export const hintOf = (id) => hints.get(id);
export const clearHint = (id) => hints.delete(id);

export function hint(id, sentence) {
  hints.set(id, sentence);
  if (hints.size > MOST) hints.delete(hints.keys().next().value);
  changed('private');
}
