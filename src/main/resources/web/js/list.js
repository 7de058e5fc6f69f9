// A list of messages that keeps its nodes, the reader's place and the reader's selection.
import { el } from './dom.js';
import { MessageNode } from './message.js';
import { NoticeNode } from './notice.js';

const NEAR = 48;

export class MessageList {
  constructor(node, scroll) {
    this.node = node;
    this.scroll = scroll;
    this.nodes = new Map();
    this.follow = true;
    this.newest = el('button', { type: 'button', class: 'newest', hidden: true, onclick: () => this.toEnd() }, '↓ Newest');
    scroll.after(el('div', { class: 'newest-place' }, this.newest));
    scroll.addEventListener('scroll', () => {
      this.follow = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
      this.newest.hidden = this.follow;
    });
    new ResizeObserver(() => this.settle()).observe(scroll);
  }

  /** Shows the messages, each with what `below` gives for it and the cards that came after it, and then the tail. */
  show(messages, { below = () => null, cards = [], tail = [] }) {
    const seen = new Set(messages.map((each) => each.id));
    const lost = cards.filter((each) => !seen.has(each.after)).map((each) => each.node);
    const wanted = messages.length > 0 ? lost : [...tail, ...lost];
    let turn = '';
    for (const message of messages) {
      const before = this.nodes.get(message.id);
      const shown = before ?? (message.notice ? new NoticeNode(message) : new MessageNode(message));
      if (before && before.message !== message) before.update(message);
      this.nodes.set(message.id, shown);
      // The next part of a long answer reads on without a head of its own.
      shown.node.classList.toggle('continued', !message.author && turn !== '' && message.turn === turn);
      turn = message.author ? '' : message.turn ?? '';
      wanted.push(shown.node);
      const extra = below(message);
      if (extra) wanted.push(extra);
      wanted.push(...cards.filter((each) => each.after === message.id).map((each) => each.node));
    }
    for (const id of this.nodes.keys()) if (!seen.has(id)) this.nodes.delete(id);
    this.place(messages.length > 0 ? [...wanted, ...tail] : wanted);
    this.settle();
  }

  /** Moves only what is not where it belongs. */
  place(wanted) {
    wanted.forEach((child, index) => {
      if (this.node.childNodes[index] !== child) this.node.insertBefore(child, this.node.childNodes[index] ?? null);
    });
    while (this.node.childNodes.length > wanted.length) this.node.lastChild.remove();
  }

  /** Draws every message again, for another speaker or a new hint. */
  refresh() {
    this.nodes.forEach((each) => each.update(each.message));
  }

  clear() {
    this.nodes.clear();
    this.node.replaceChildren();
    this.follow = true;
    this.newest.hidden = true;
  }

  settle() {
    if (this.follow) this.scroll.scrollTop = this.scroll.scrollHeight;
  }

  toEnd() {
    this.follow = true;
    this.settle();
  }
}
