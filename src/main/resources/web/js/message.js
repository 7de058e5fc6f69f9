// One message: built once, then only what changed is drawn again.
import { insist, messagePath, post, threadPath } from './api.js';
import { avatar, el, newId, time } from './dom.js';
import { render } from './markdown.js';
import { model, person } from './model.js';
import { clearHint, hintOf, notify } from './private.js';

const BUTTONS = {
  stop: ['■', 'Stop', 'Stop the answer and keep what is there'],
  retry: ['↻', 'Retry', 'Ask again and replace the answer'],
  continue: ['→', 'Continue', 'Ask for the rest of the answer'],
  like: ['👍', 'Good', 'This answer was good'],
  dislike: ['👎', 'Bad', 'This answer was bad'],
};
const LIKES = 'parley.likes';
const MOST_LIKES = 500;

function likes() {
  try {
    return new Map(JSON.parse(localStorage.getItem(LIKES) ?? '[]'));
  } catch {
    return new Map();
  }
}

function rememberLike(turn, button) {
  const all = likes();
  all.delete(`${model.me} ${turn}`);
  all.set(`${model.me} ${turn}`, button);
  localStorage.setItem(LIKES, JSON.stringify([...all].slice(-MOST_LIKES)));
}

const isLike = (button) => button === 'like' || button === 'dislike';

export class MessageNode {
  constructor(message) {
    this.message = message;
    this.editing = false;
    this.who = el('span', { class: 'author' });
    this.head = el('div', { class: 'head' }, this.who, time(message.at));
    this.mark = el('span', { class: 'edited' }, '(edited)');
    this.body = el('div', { class: 'body markdown', 'data-testid': 'text' });
    this.note = el('p', { class: 'note', 'data-testid': 'note' });
    this.footer = el('p', { class: 'footer', 'data-testid': 'footer' });
    this.actions = el('div', { class: 'actions', role: 'group', 'aria-label': 'What to do with this answer' });
    this.hint = el('p', { class: 'hint', 'data-testid': 'hint' });
    this.tools = el('div', { class: 'tools' });
    this.extra = el('div', { class: 'extra' });
    const author = person(message.author);
    this.node = el('article', { class: 'message', 'data-testid': 'message', 'data-id': message.id, 'aria-label': `Message of ${message.name}` },
      avatar(author), el('div', { class: 'content' }, this.head, this.body, this.note, this.footer, this.actions, this.hint, this.extra), this.tools);
    this.who.textContent = message.name;
    const outside = author?.home || (author?.standing === 'guest' ? 'Guest' : '');
    if (outside) this.head.insertBefore(el('span', { class: 'tag outside' }, outside), this.head.lastChild);
    if (!message.author) this.head.insertBefore(el('span', { class: 'tag' }, 'Bot'), this.head.lastChild);
    this.node.classList.toggle('bot', !message.author);
    this.drawn = {};
    this.update(message);
  }

  update(message) {
    this.message = message;
    /** The exact text, for whoever reads the page by program. */
    this.node.rawText = message.text;
    this.node.dataset.settled = String(message.settled);
    this.node.dataset.turn = message.turn;
    // A screen reader waits for the whole answer instead of reading every step of it.
    this.node.setAttribute('aria-busy', String(!message.settled));
    this.node.classList.toggle('growing', !message.settled);
    this.node.classList.toggle('deleted', message.deleted);
    if (!this.editing) this.drawText();
    this.show('note', this.note, message.note);
    this.show('footer', this.footer, message.footer);
    this.show('hint', this.hint, hintOf(message.id));
    this.drawOnce('mark', message.edited, () => (message.edited ? this.head.append(this.mark) : this.mark.remove()));
    const mine = message.author === model.me && !message.deleted;
    this.drawOnce('tools', mine, () => this.tools.replaceChildren(...(mine ? this.ownTools() : [])));
    this.drawOnce('buttons', message.buttons.join(), () => this.drawButtons());
    this.drawLikes();
  }

  drawText() {
    const text = this.message.deleted ? '*This message was deleted.*' : this.message.text;
    this.drawOnce('text', text, () => render(this.body, text));
  }

  drawOnce(what, value, draw) {
    if (this.drawn[what] === value) return;
    this.drawn[what] = value;
    draw();
  }

  show(what, node, text) {
    this.drawOnce(what, text ?? '', () => {
      node.textContent = text ?? '';
      node.hidden = !text;
    });
  }

  drawButtons() {
    const focused = this.actions.contains(document.activeElement) ? document.activeElement.dataset.button : '';
    this.actions.replaceChildren(...this.message.buttons.filter((name) => BUTTONS[name]).map((name) => {
      const [sign, word, title] = BUTTONS[name];
      return el('button', {
        type: 'button', class: `action ${name}`, title, 'data-button': name, 'data-testid': `button-${name}`,
        onclick: () => this.press(name),
      }, el('span', { 'aria-hidden': 'true' }, sign), ` ${word}`);
    }));
    if (focused) this.actions.querySelector(`[data-button=${focused}]`)?.focus();
    this.actions.hidden = this.message.buttons.length === 0;
  }

  drawLikes() {
    if (!this.message.buttons.some(isLike)) return;
    const liked = likes().get(`${model.me} ${this.message.turn}`);
    for (const each of this.actions.children) {
      if (isLike(each.dataset.button)) each.setAttribute('aria-pressed', String(each.dataset.button === liked));
    }
  }

  async press(button) {
    const { channel, thread, turn } = this.message;
    try {
      const answer = await insist('POST', `${threadPath(channel, thread)}/press`, { id: newId(), author: model.me, button, turn });
      if (answer.notice) notify(channel, thread, answer.notice);
      else if (isLike(button)) rememberLike(turn, button);
    } catch (fault) {
      notify(channel, thread, fault.message);
    }
    this.update(this.message);
  }

  ownTools() {
    const remove = el('button', { type: 'button', class: 'tool', 'data-testid': 'delete', 'aria-label': 'Delete this message' }, 'Delete');
    remove.addEventListener('click', () => {
      if (remove.dataset.sure) this.remove();
      remove.dataset.sure = 'yes';
      remove.textContent = 'Really delete?';
    });
    remove.addEventListener('blur', () => {
      delete remove.dataset.sure;
      remove.textContent = 'Delete';
    });
    return [
      el('button', { type: 'button', class: 'tool', 'data-testid': 'edit', 'aria-label': 'Edit this message', onclick: () => this.edit() }, 'Edit'),
      remove,
    ];
  }

  async remove() {
    const { channel, thread } = this.message;
    try {
      await post(`${messagePath(this.message)}/delete`, { id: newId(), author: model.me });
    } catch (fault) {
      notify(channel, thread, fault.message);
    }
  }

  edit() {
    this.editing = true;
    const box = el('textarea', { class: 'edit-box', rows: 3, 'aria-label': 'The new text', 'data-testid': 'edit-box' });
    const fault = el('p', { class: 'fault', role: 'alert', hidden: true });
    const id = newId();
    box.value = this.message.text;
    const save = () => this.save(id, box.value, fault);
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.leave();
      else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) save();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    this.body.hidden = true;
    this.extra.replaceChildren(box, fault, el('div', { class: 'edit-end' },
      el('button', { type: 'button', class: 'action', onclick: () => this.leave() }, 'Cancel'),
      el('button', { type: 'button', class: 'action primary', 'data-testid': 'edit-save', onclick: save }, 'Save')));
    box.focus();
  }

  async save(id, text, fault) {
    if (text !== this.message.text) {
      try {
        await insist('PUT', messagePath(this.message), { id, author: model.me, text });
      } catch (refusal) {
        fault.textContent = refusal.message;
        fault.hidden = false;
        return;
      }
    }
    clearHint(this.message.id);
    this.leave();
  }

  leave() {
    this.editing = false;
    this.extra.replaceChildren();
    this.body.hidden = false;
    this.drawText();
    this.tools.querySelector('button')?.focus();
  }
}
